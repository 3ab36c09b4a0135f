// title: The rows of a version, written once and never again
// params: {versi: id of the Versi, baris: list of Baris as maps}
MATCH (v:Versi {id: $versi})
UNWIND $baris AS b
CREATE (n:Baris)-[:IN_VERSION]->(v)
SET n = b
