// title: The unit of a document and its pemda; what stands there already stays
// params: {pemda: map of a Pemda, skpd: map of an SKPD}
MERGE (p:Pemda {kode: $pemda.kode})
ON CREATE SET p.nama = $pemda.nama, p.contoh = $pemda.contoh
MERGE (s:SKPD {kode: $skpd.kode})
ON CREATE SET s.nama = $skpd.nama, s.jenis = $skpd.jenis, s.singkatan = $skpd.singkatan, s.alias = [], s.diatur = []
FOREACH (_ IN CASE WHEN EXISTS { (s)-[:PART_OF]->() } THEN [] ELSE [1] END | CREATE (s)-[:PART_OF]->(p))
