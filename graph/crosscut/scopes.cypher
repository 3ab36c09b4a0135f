// title: Governments and years with documents, between whose units overlaps are looked for
// params: {unit: kode of an SKPD whose government is wanted or empty for all}
// returns: {pemda: kode, nama: name, contoh: an example, tahun: year, unit: units with a current document}
MATCH (p:Pemda)<-[:PART_OF]-(s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
WHERE EXISTS { (d)-[:CURRENT]->(:Versi) } AND ($unit = '' OR EXISTS { (p)<-[:PART_OF]-(:SKPD {kode: $unit}) })
RETURN p.kode AS pemda, p.nama AS nama, coalesce(p.contoh, false) AS contoh, d.tahun AS tahun, count(DISTINCT s) AS unit
ORDER BY contoh, pemda, tahun DESC
