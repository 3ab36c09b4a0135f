// title: Which outcome a ground carries
// params: {pasangan: "list of {dasar, kinerja}: ids"}
UNWIND $pasangan AS p
MATCH (d:Dasar {id: p.dasar})
MATCH (k:Kinerja {id: p.kinerja})
CREATE (d)-[:GROUNDS]->(k)
