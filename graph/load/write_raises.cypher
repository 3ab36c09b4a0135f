// title: Which condition a CSF became
// params: {pasangan: "list of {csf, kinerja}: ids"}
UNWIND $pasangan AS p
MATCH (c:CSF {id: p.csf})
MATCH (k:Kinerja {id: p.kinerja})
CREATE (c)-[:RAISES]->(k)
