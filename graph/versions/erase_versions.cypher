// title: A document with its versions, their rows and what was found in them
// params: {id: id of the Dokumen}
MATCH (d:Dokumen {id: $id})
OPTIONAL MATCH (d)-[:HAS_VERSION]->(v:Versi)
OPTIONAL MATCH (v)<-[:IN_VERSION]-(x:Baris|Isu)
DETACH DELETE x, v, d
