// title: Berapa kinerja di tiap tingkat, per perangkat daerah?
// group: pohon
// description: >
//   Jumlah kinerja yang berlaku menurut tingkat yang dipakai di pohon, beserta berapa di antaranya punya indikator dan jabatan.
//   Perangkat daerah tanpa dokumen pada tahun itu tidak disebut.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: pemda, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   urut: nomor tingkat dari atas
//   tingkat: tingkat
//   jumlah_kinerja: jumlah
//   dengan_indikator: jumlah yang punya indikator
//   dengan_jabatan: jumlah yang punya jabatan
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
RETURN s.kode AS kode_unit, s.nama AS perangkat_daerah, k.urut_tingkat AS urut, k.tingkat AS tingkat, count(*) AS jumlah_kinerja,
       sum(CASE WHEN EXISTS { (k)<-[:MEASURES]-() } THEN 1 ELSE 0 END) AS dengan_indikator,
       sum(CASE WHEN EXISTS { (k)-[:ASSIGNED_TO]->() } THEN 1 ELSE 0 END) AS dengan_jabatan
ORDER BY perangkat_daerah, kode_unit, urut, tingkat LIMIT $batas
