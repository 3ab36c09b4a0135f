// title: The rows of a version that claim something, in document order
// params: {versi: id of the Versi}
// returns: {baris: all properties of the Baris}
MATCH (:Versi {id: $versi})<-[:IN_VERSION]-(b:Baris)
WHERE b.jenis <> ''
RETURN properties(b) AS baris
ORDER BY b.nomor, b.id
