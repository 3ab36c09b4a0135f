// title: Every kinerja of the tree that a kinerja stands in, as rows that can be searched
// params: {id: id of a Kinerja, batas: kinerja to return}
// returns: {id: id, teks: statement, alias: none, tingkat: level, urut_tingkat: its number, unit: null, contoh: false}
MATCH (k:Kinerja {id: $id})-[:OWNED_BY]->(s)<-[:OWNED_BY]-(n:Kinerja)
WHERE n.tahun = k.tahun
RETURN n.id AS id, n.uraian AS teks, [] AS alias, n.tingkat AS tingkat, n.urut_tingkat AS urut_tingkat, null AS unit, false AS contoh
LIMIT $batas
