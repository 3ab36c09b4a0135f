// title: Revision and schema version of this graph
// returns: {revisi: number of the last write, skema: version of the schema or null, sidik: digest of its text or null, gerbang: why writing is closed or null}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.revisi, 0) AS revisi, m.skema AS skema, m.skema_sidik AS sidik,
       CASE WHEN coalesce(m.gerbang_sampai, timestamp() + 1) > timestamp() THEN m.gerbang END AS gerbang
