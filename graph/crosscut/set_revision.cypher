// title: What was detected holds for a later revision too
// params: {revisi: number}
MERGE (m:Meta {kode: 'graf'})
SET m.silang_revisi = $revisi
