// title: The versions of a document, oldest first
// params: {id: id of the Dokumen}
// returns: {versi: all properties of the Versi, kini: it is the current one}
MATCH (d:Dokumen {id: $id})-[:HAS_VERSION]->(v:Versi)
RETURN properties(v) AS versi, EXISTS { (d)-[:CURRENT]->(v) } AS kini
ORDER BY v.nomor
