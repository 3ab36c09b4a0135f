// title: Every relationship of content, for the content hash (a full scan on purpose; detected overlaps are derived)
// returns: {jenis: type, dari: key of the start, ke: key of the end, isi: all properties}
MATCH (a)-[r]->(b) WHERE type(r) <> 'MAY_CROSSCUT'
RETURN type(r) AS jenis,
       labels(a)[0] + ':' + coalesce(a.id, a.kode, a.nama_baku) AS dari,
       labels(b)[0] + ':' + coalesce(b.id, b.kode, b.nama_baku) AS ke,
       properties(r) AS isi
