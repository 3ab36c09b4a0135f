// title: Every version of every document, in the order in which they came
// returns: {skpd: key of the unit, dokumen: all properties of the Dokumen, versi: all properties of the Versi}
MATCH (s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)-[:HAS_VERSION]->(v:Versi)
RETURN s.kode AS skpd, properties(d) AS dokumen, properties(v) AS versi
ORDER BY d.id, v.nomor
