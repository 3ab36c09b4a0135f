// title: Which activities wrote last, as the commits of the graph carry them
// returns: {kegiatan: "list of number=revision, oldest first"}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.kegiatan, []) AS kegiatan
