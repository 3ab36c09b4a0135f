// title: Indikator mana yang belum punya satuan, baseline, atau target?
// group: indikator
// description: >
//   Yang kosong menurut dokumen yang berlaku. Lembar cascading lima tahap memang tidak punya kolom untuk ketiganya: itu berarti
//   tidak tersedia di dokumen ini, belum tentu tidak ada. Definisi operasional dan formula tidak dibaca dari dokumen mana pun.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id_indikator: id indikator
//   indikator: nama sebagaimana tertulis
//   id: id kinerja yang diukur
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   belum_ada: satuan, baseline, target
//   satuan: satuan
//   baseline: sebagaimana tertulis
//   target: sebagaimana tertulis
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)<-[m:MEASURES]-(i:Indikator)
WHERE i.satuan IS NULL OR m.baseline IS NULL OR m.target IS NULL
RETURN i.id AS id_indikator, i.nama AS indikator, k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat,
       [x IN [CASE WHEN i.satuan IS NULL THEN 'satuan' END, CASE WHEN m.baseline IS NULL THEN 'baseline' END,
              CASE WHEN m.target IS NULL THEN 'target' END] WHERE x IS NOT NULL] AS belum_ada,
       i.satuan AS satuan, m.baseline AS baseline, m.target AS target
ORDER BY k.urutan, id, m.urutan, id_indikator LIMIT $batas
