// title: Remember on which revision overlaps were detected
// params: {revisi: number, sidik: digest of what they were detected from, pada: when, jumlah: counts as JSON}
MERGE (m:Meta {kode: 'graf'})
SET m.silang_revisi = $revisi, m.silang_digest = $sidik, m.silang_pada = $pada, m.silang_jumlah = $jumlah
