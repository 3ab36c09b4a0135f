// title: Make the writers wait until this transaction ends, whether the gate is open or not, and change nothing
// returns: {revisi: number of the last write}
MERGE (m:Meta {kode: 'graf'})
SET m.revisi = coalesce(m.revisi, 0)
RETURN m.revisi AS revisi
