// title: The kinerja of a unit and year that a side may join instead of the one that was found
// params: {id: id of one of its kinerja, banyak: rows to return}
// returns: {id: id, uraian: statement, tingkat: level, urut_tingkat: its number}
MATCH (k:Kinerja {id: $id})-[:OWNED_BY]->(s:SKPD)<-[:OWNED_BY]-(o:Kinerja)
WHERE o.tahun = k.tahun AND o <> k
RETURN o.id AS id, o.uraian AS uraian, o.tingkat AS tingkat, o.urut_tingkat AS urut_tingkat
ORDER BY o.urutan, o.id LIMIT $banyak
