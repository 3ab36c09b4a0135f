// title: What a kinerja is measured by, and every indicator of its unit and year
// params: {id: id of a Kinerja}
// returns: {milik: "its indicators, {id, nama, urutan, lain: list of [id, statement] it measures too}", semua: "indicators of the unit and year, [id, nama]", putusan: the log about its indicators}
MATCH (k:Kinerja {id: $id})-[:OWNED_BY]->(s:SKPD)
RETURN [(k)<-[m:MEASURES]-(i) | {
         id: i.id, nama: i.nama, urutan: m.urutan, lain: [(i)-[:MEASURES]->(o) WHERE o <> k | [o.id, o.uraian]][..60]
       }][..60] AS milik,
       [(s)<-[:OWNED_BY]-(i:Indikator) WHERE i.tahun = k.tahun | [i.id, i.nama]][..1000] AS semua,
       [(k)<-[:ABOUT]-(x {jenis: 'indikator'}) | properties(x)] AS putusan
