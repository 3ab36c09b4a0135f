// title: On which revision overlaps were detected, and the revision of the graph
// returns: {revisi: number of the last write, dihitung: revision on which they were detected or null, sidik: digest of what they were detected from or null, pada: when or null, jumlah: counts as JSON or null}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.revisi, 0) AS revisi, m.silang_revisi AS dihitung, m.silang_digest AS sidik, m.silang_pada AS pada,
       m.silang_jumlah AS jumlah
