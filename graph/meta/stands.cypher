// title: What stands now, so that a copy of the graph knows whether it still holds
// returns: {revisi: number of the last write, diubah: milliseconds since 1970 of the last write of content or of derived edges or null}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.revisi, 0) AS revisi, m.diubah AS diubah
