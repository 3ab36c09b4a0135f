// title: Which document each of these belongs to
// params: {id: list of ids of a Kinerja or KinerjaLama or Dokumen}
// returns: {id: id, dokumen: id of the Dokumen}
UNWIND $id AS wanted
CALL (wanted) {
  MATCH (n:Kinerja|KinerjaLama {id: wanted})-[:OWNED_BY]->(:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE d.tahun = n.tahun
  RETURN d
  UNION
  MATCH (d:Dokumen {id: wanted}) RETURN d
}
RETURN wanted AS id, d.id AS dokumen
