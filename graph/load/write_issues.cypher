// title: Issues of a version
// params: {versi: id of the Versi, isu: list of Isu as maps}
MATCH (v:Versi {id: $versi})
UNWIND $isu AS i
CREATE (n:Isu)-[:IN_VERSION]->(v)
SET n = i
