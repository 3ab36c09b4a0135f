// title: Detected overlaps, which are no content and belong to a copy all the same (every one on purpose)
// returns: {jenis: type, dari: key of the start, ke: key of the end, isi: all properties}
MATCH (a:Kinerja)-[r:MAY_CROSSCUT]->(b)
RETURN type(r) AS jenis,
       labels(a)[0] + ':' + coalesce(a.id, a.kode, a.nama_baku) AS dari,
       labels(b)[0] + ':' + coalesce(b.id, b.kode, b.nama_baku) AS ke,
       properties(r) AS isi
