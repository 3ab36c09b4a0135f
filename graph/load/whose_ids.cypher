// title: Whose kinerja carry these ids, living or gone
// params: {id: list of ids}
// returns: {id: id, unit: name of its unit, tahun: year}
UNWIND $id AS wanted
CALL (wanted) {
  MATCH (k:Kinerja {id: wanted}) RETURN k
  UNION
  MATCH (k:KinerjaLama {id: wanted}) RETURN k
}
MATCH (k)-[:OWNED_BY]->(s:SKPD)
RETURN k.id AS id, s.nama AS unit, k.tahun AS tahun
