// title: Every row of a version, as written and with what it claims
// params: {versi: id of the Versi}
// returns: {baris: all properties of the Baris}
MATCH (:Versi {id: $versi})<-[:IN_VERSION]-(b:Baris)
RETURN properties(b) AS baris
ORDER BY b.nomor, b.id
