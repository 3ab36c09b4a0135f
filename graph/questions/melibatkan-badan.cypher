// title: Kinerja mana yang melibatkan badan luar tertentu?
// group: crosscutting
// description: >
//   Kinerja yang dokumennya menyebut badan itu di kolom mitra, yang kalimatnya menyebutnya (terdeteksi), atau yang
//   crosscutting-nya dengan badan itu sudah diputuskan. Badan yang hanya disebut dengan nama lain belum tentu dikenali.
// params: {mitra: Badan luar, batas: Baris paling banyak}
// inputs: {mitra: mitra}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   tahun: tahun
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat
//   tertulis_sebagai: nama di kolom mitra dokumen
//   kutipan: kata dalam kalimat yang menyebutnya
//   status: terdeteksi, satu pihak, disepakati, ditolak; kosong bila hanya tertulis di dokumen
//   sumber: tempat dalam dokumen
MATCH (:Mitra {kode: $mitra})<-[r:NAMES|MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(k:Kinerja)
WITH k, collect(r) AS semua
WITH k, head([r IN semua WHERE type(r) = 'NAMES' | r.nama]) AS tertulis_sebagai, head([r IN semua WHERE type(r) <> 'NAMES']) AS r
MATCH (k)-[:OWNED_BY]->(s:SKPD)
RETURN s.kode AS kode_unit, s.nama AS perangkat_daerah, k.tahun AS tahun, k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat,
       tertulis_sebagai, r.kutipan AS kutipan,
       CASE type(r)
         WHEN 'CROSSCUTS' THEN 'disepakati'
         WHEN 'PROPOSES_CROSSCUT' THEN 'satu pihak'
         WHEN 'MAY_CROSSCUT' THEN 'terdeteksi'
         WHEN 'NOT_CROSSCUT' THEN 'ditolak'
       END AS status,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY perangkat_daerah, tahun DESC, k.urutan, id LIMIT $batas
