// title: Di tingkat mana saja sebuah indikator dipakai?
// group: indikator
// description: >
//   Semua kinerja yang diukur dengan ukuran yang sama, di perangkat daerah dan tahun mana pun dalam pemerintah daerah itu, dari
//   tingkat tertinggi. Ukuran dianggap sama menurut kata-katanya, tanpa beda ejaan yang lazim.
// params: {indikator: Indikator, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun, indikator: indikator}
// returns:
//   urut: nomor tingkat dari atas
//   tingkat: tingkat
//   id: id kinerja
//   kinerja: pernyataan
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   tahun: tahun
//   id_indikator: id indikator
//   indikator: nama sebagaimana tertulis
//   satuan: satuan
//   baseline: sebagaimana tertulis
//   target: sebagaimana tertulis
//   sumber: tempat dalam dokumen
MATCH (u:Ukuran)<-[:SAME_MEASURE]-(:Indikator {id: $indikator})-[:OWNED_BY]->(:SKPD)-[:PART_OF]->(p:Pemda)
MATCH (u)<-[:SAME_MEASURE]-(i:Indikator)-[m:MEASURES]->(k:Kinerja)
MATCH (k)-[:OWNED_BY]->(s:SKPD)-[:PART_OF]->(p)
RETURN k.urut_tingkat AS urut, k.tingkat AS tingkat, k.id AS id, k.uraian AS kinerja, s.kode AS kode_unit,
       s.nama AS perangkat_daerah, k.tahun AS tahun, i.id AS id_indikator, i.nama AS indikator, i.satuan AS satuan,
       m.baseline AS baseline, m.target AS target,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) WHERE size(b.indikator) > 0 RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY urut, perangkat_daerah, tahun DESC, k.urutan, id, id_indikator LIMIT $batas
