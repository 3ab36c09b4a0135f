// title: Every document, or those of one kind of unit
// params: {jenis_unit: kind of unit or empty for all}
// returns: {id: id of the Dokumen}
MATCH (s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
WHERE $jenis_unit = '' OR s.jenis = $jenis_unit
RETURN d.id AS id
ORDER BY id
