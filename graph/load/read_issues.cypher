// title: What was found while a version was read
// params: {versi: id of the Versi}
// returns: {isu: all properties of the Isu, baris: row numbers it is about}
MATCH (:Versi {id: $versi})<-[:IN_VERSION]-(i:Isu {asal: 'baca'})
RETURN properties(i) AS isu, COLLECT { MATCH (i)-[:CONCERNS]->(b:Baris) RETURN b.nomor ORDER BY b.nomor } AS baris
ORDER BY i.nomor
