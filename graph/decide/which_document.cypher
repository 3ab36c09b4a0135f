// title: The document of a unit and year
// params: {kode: kode of the SKPD, tahun: year or null for the newest with a current version}
// returns: {nama: name of the unit, dokumen: id of the Dokumen or null, semua_tahun: years with a document, revisi: number of the last write}
MATCH (s:SKPD {kode: $kode})
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE $tahun IS NULL OR d.tahun = $tahun
WITH s, m, d ORDER BY EXISTS { (d)-[:CURRENT]->() } DESC, d.tahun DESC LIMIT 1
RETURN s.nama AS nama, d.id AS dokumen, [(s)-[:HAS_DOCUMENT]->(x) | x.tahun] AS semua_tahun, coalesce(m.revisi, 0) AS revisi
