// title: Who owns a kinerja, and every position of its unit
// params: {id: id of a Kinerja}
// returns: {milik: "its owners, [kode, nama, kelompok, alternatif, urutan]", semua: "positions of the unit, [kode, nama]", putusan: the log about its owners}
MATCH (k:Kinerja {id: $id})-[:OWNED_BY]->(s:SKPD)
RETURN [(k)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..60] AS milik,
       [(s)<-[:IN_UNIT]-(j) | [j.kode, j.nama]][..500] AS semua,
       [(k)<-[:ABOUT]-(x {jenis: 'jabatan'}) | properties(x)] AS putusan
