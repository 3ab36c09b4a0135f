// title: Seberapa dalam dan seberapa lebar pohon tiap perangkat daerah?
// group: pohon
// description: >
//   Kedalaman dihitung dari outcome (tingkat teratas = 1); rata-rata penopang dihitung atas kinerja yang punya penopang. Pohon
//   yang sangat dangkal, atau satu kinerja dengan lebih dari tujuh penopang, patut dilihat gambarnya.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: pemda, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   jumlah_kinerja: jumlah
//   outcome: jumlah kinerja tanpa akibat di atasnya
//   tingkat: jumlah tingkat
//   kedalaman: langkah terdalam termasuk outcome
//   rata_rata_penopang: penopang per kinerja
//   penopang_terbanyak: jumlah
//   tanpa_penopang: jumlah kinerja paling bawah
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH s, k, COUNT { (k)<-[:CAUSES]-() } AS penopang, EXISTS { (k)-[:CAUSES]->() } AS berinduk
RETURN s.kode AS kode_unit, s.nama AS perangkat_daerah, count(*) AS jumlah_kinerja,
       sum(CASE WHEN berinduk THEN 0 ELSE 1 END) AS outcome, count(DISTINCT k.tingkat) AS tingkat,
       max(k.kedalaman) + 1 AS kedalaman,
       round(avg(CASE WHEN penopang > 0 THEN penopang END), 2) AS rata_rata_penopang,
       max(penopang) AS penopang_terbanyak, sum(CASE penopang WHEN 0 THEN 1 ELSE 0 END) AS tanpa_penopang
ORDER BY perangkat_daerah, kode_unit LIMIT $batas
