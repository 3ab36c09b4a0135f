// title: Apa yang sama dan apa yang beda di pohon dua perangkat daerah?
// group: pohon
// description: >
//   Pernyataan dibandingkan menurut kalimatnya, tanpa beda ejaan yang lazim. Dua kecamatan banyak samanya karena memakai
//   contoh yang sama; itu bukan crosscutting. Kalimat yang berbeda tetapi semakna dihitung sebagai beda.
// params: {unit: Perangkat daerah, tahun: Tahun, unit_lain: Dibandingkan dengan, tahun_lain: Tahun pembanding, batas: Baris paling banyak}
// inputs:
//   unit: unit
//   tahun: tahun
//   unit_lain: {type: unit, choices: unit-lain}
//   tahun_lain: {type: tahun, from: {unit: unit_lain}}
// returns:
//   ada_di: keduanya, atau nama perangkat daerah yang memilikinya
//   id: id kinerja yang pertama
//   kinerja: pernyataan
//   tingkat: tingkat
//   id_pembanding: id kinerja pembanding
//   tingkat_pembanding: tingkatnya
MATCH (s:SKPD {kode: $unit})
MATCH (t:SKPD {kode: $unit_lain})
CALL (s, t) {
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja)
  WHERE k.tahun = $tahun
  OPTIONAL MATCH (l:Kinerja {sidik: k.sidik})-[:OWNED_BY]->(t)
  WHERE l.tahun = $tahun_lain
  RETURN k, l
  UNION
  MATCH (t)<-[:OWNED_BY]-(l:Kinerja)
  WHERE l.tahun = $tahun_lain AND NOT EXISTS { MATCH (m:Kinerja {sidik: l.sidik})-[:OWNED_BY]->(s) WHERE m.tahun = $tahun }
  RETURN null AS k, l
}
RETURN CASE WHEN l IS NULL THEN s.nama WHEN k IS NULL THEN t.nama ELSE 'keduanya' END AS ada_di,
       k.id AS id, coalesce(k.uraian, l.uraian) AS kinerja, k.tingkat AS tingkat,
       l.id AS id_pembanding, l.tingkat AS tingkat_pembanding
ORDER BY CASE WHEN l IS NULL THEN 1 WHEN k IS NULL THEN 2 ELSE 0 END, coalesce(k.urutan, l.urutan), id, id_pembanding LIMIT $batas
