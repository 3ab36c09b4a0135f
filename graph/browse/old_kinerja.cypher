// title: A kinerja that is no longer live, and what it became
// params: {id: id of a KinerjaLama}
// returns: {id: id, uraian: statement, tahun: year, tingkat: level, unit: kode and nama, menjadi: "list of [id, uraian]", keputusan: the log about it, silang: the log about crosscutting pairs of it, nama: "[id, statement] of every kinerja that it names"}
MATCH (k:KinerjaLama {id: $id})
OPTIONAL MATCH (k)-[:OWNED_BY]->(s:SKPD)
WITH k, s, [(k)<-[:ABOUT]-(d) | properties(d)][..200] AS keputusan
RETURN k.id AS id, k.uraian AS uraian, k.tahun AS tahun, k.tingkat AS tingkat,
       head([(k)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]) AS unit,
       [(k)-[:BECAME]->(n) | [n.id, n.uraian]] AS menjadi,
       keputusan,
       COLLECT { MATCH (k)<-[:ABOUT_PAIR]-(x) WITH x ORDER BY x.urut DESC LIMIT 200 RETURN properties(x) } AS silang,
       [(s)<-[:OWNED_BY]-(o:Kinerja|KinerjaLama)
         WHERE o.tahun = k.tahun AND any(p IN keputusan WHERE p.isi CONTAINS o.id) | [o.id, o.uraian]][..300] AS nama
