// title: Which kinerja an issue is about
// params: {pasangan: "list of {isu, kinerja}: ids"}
UNWIND $pasangan AS p
MATCH (i:Isu {id: p.isu})
MATCH (k:Kinerja {id: p.kinerja})
CREATE (i)-[:CONCERNS]->(k)
