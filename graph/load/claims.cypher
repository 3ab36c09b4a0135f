// title: The rows of a version that claim something, in document order, and the indicators that keep an earlier id, and what was less than surely recognised
// params: {versi: id of the Versi}
// returns: {indikator_tetap: "list of texts `id by wording=id kept`", ragu: "list of texts `id=similarity=old statement`", baris: list of all properties of each Baris}
MATCH (v:Versi {id: $versi})
RETURN coalesce(v.indikator_tetap, []) AS indikator_tetap, coalesce(v.ragu, []) AS ragu,
       COLLECT {
         MATCH (v)<-[:IN_VERSION]-(b:Baris) WHERE b.jenis <> ''
         RETURN properties(b) ORDER BY b.nomor, b.id
       } AS baris
