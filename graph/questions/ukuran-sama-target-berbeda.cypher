// title: Ukuran mana yang sama di beberapa perangkat daerah, dengan target berbeda?
// group: indikator
// description: >
//   Ukuran yang dipakai lebih dari satu perangkat daerah pada tahun itu dengan target atau satuan yang tidak sama. Bila ukuran
//   itu milik bersama, angkanya harus disepakati; bila masing-masing punya bagian sendiri, angkanya memang berbeda.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: {type: pemda, choices: pemda-lintas}, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   ukuran: nama salah satunya
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   id_indikator: id indikator
//   indikator: nama sebagaimana tertulis
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat
//   satuan: satuan
//   baseline: sebagaimana tertulis
//   target: sebagaimana tertulis
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)<-[m:MEASURES]-(i:Indikator)-[:SAME_MEASURE]->(u:Ukuran)
WHERE COUNT { (u)<-[:SAME_MEASURE]-() } > 1
WITH u, min(i.nama) AS ukuran, count(DISTINCT s) AS unit, count(DISTINCT coalesce(m.target, '') + '|' + coalesce(i.satuan, '')) AS angka
WHERE unit > 1 AND angka > 1
MATCH (u)<-[:SAME_MEASURE]-(i:Indikator)-[m:MEASURES]->(k:Kinerja)-[:OWNED_BY]->(s:SKPD)-[:PART_OF]->(:Pemda {kode: $pemda})
WHERE k.tahun = $tahun
RETURN ukuran, s.kode AS kode_unit, s.nama AS perangkat_daerah, i.id AS id_indikator, i.nama AS indikator, k.id AS id,
       k.uraian AS kinerja, k.tingkat AS tingkat, i.satuan AS satuan, m.baseline AS baseline, m.target AS target
ORDER BY ukuran, u.nama_baku, perangkat_daerah, k.urutan, id, id_indikator LIMIT $batas
