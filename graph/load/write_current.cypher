// title: Which version of the document feeds the live graph
// params: {versi: id of the Versi}
MATCH (v:Versi {id: $versi})<-[:HAS_VERSION]-(d:Dokumen)
CREATE (d)-[:CURRENT]->(v)
