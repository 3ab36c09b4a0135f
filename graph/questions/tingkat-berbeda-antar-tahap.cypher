// title: Kinerja mana yang tingkatnya berbeda antar tahap?
// group: pohon
// description: >
//   Kinerja yang disebut dengan tingkat berlainan di Tahap 3, Tahap 4, Tahap 5, atau oleh komponen perencanaannya. Kolom
//   dipakai memuat tingkat yang berlaku di pohon sekarang dan alasannya; kolom diputuskan mengatakan apakah orang sudah
//   memutuskannya. Yang kosong di sebuah tahap berarti tahap itu tidak menyebut tingkatnya.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tahap_3: tingkat menurut Tahap 3
//   tahap_4: tingkat menurut Tahap 4
//   tahap_5: tingkat menurut Tahap 5
//   komponen: tingkat menurut komponen perencanaan
//   dipakai: tingkat yang berlaku
//   diputuskan: ya atau belum
//   alasan: mengapa tingkat itu
//   sumber: tempat dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND k.konflik
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat_t3 AS tahap_3, k.tingkat_t4 AS tahap_4, k.tingkat_t5 AS tahap_5,
       k.tingkat_komponen AS komponen, k.tingkat AS dipakai, CASE WHEN k.diputuskan THEN 'ya' ELSE 'belum' END AS diputuskan,
       k.alasan_tingkat AS alasan,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id LIMIT $batas
