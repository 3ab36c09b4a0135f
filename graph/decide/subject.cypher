// title: What a decision may be about, and the document that it belongs to
// params: {id: id of a Kinerja or KinerjaLama or Dokumen}
// returns: {jenis: label, dokumen: id of the Dokumen, uraian: statement or title, skpd: kode of the unit, tahun: year}
MATCH (n:Kinerja|KinerjaLama {id: $id})-[:OWNED_BY]->(s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
WHERE d.tahun = n.tahun
RETURN labels(n)[0] AS jenis, d.id AS dokumen, n.uraian AS uraian, s.kode AS skpd, d.tahun AS tahun
UNION
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
RETURN 'Dokumen' AS jenis, d.id AS dokumen, d.judul AS uraian, s.kode AS skpd, d.tahun AS tahun
