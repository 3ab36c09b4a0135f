// title: Make the writers wait until derived edges are written, see whether writing is allowed, and count nothing
// returns: {revisi: number of the last write, gerbang: why writing is closed or null}
MERGE (m:Meta {kode: 'graf'})
SET m.revisi = coalesce(m.revisi, 0), m.diubah = timestamp()
RETURN m.revisi AS revisi,
       CASE WHEN coalesce(m.gerbang_sampai, timestamp() + 1) > timestamp() THEN m.gerbang END AS gerbang
