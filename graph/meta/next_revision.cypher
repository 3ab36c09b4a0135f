// title: Count this write, lock out the others until it is done, and see whether writing is allowed
// returns: {revisi: number of this write, gerbang: why writing is closed or null}
MERGE (m:Meta {kode: 'graf'})
SET m.revisi = coalesce(m.revisi, 0) + 1
RETURN m.revisi AS revisi, m.gerbang AS gerbang
