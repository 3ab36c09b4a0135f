// title: Which kinerja a former one turned into
// params: {pasangan: "list of {lama, kini}: ids"}
UNWIND $pasangan AS p
MATCH (l:KinerjaLama {id: p.lama})
MATCH (k:Kinerja|KinerjaLama {id: p.kini})
CREATE (l)-[:BECAME]->(k)
