// title: What was detected before, as keys and digests (every candidate on purpose)
// returns: {a: id of the kinerja, b: "the other end as in a pair key, an id, skpd:<kode> or mitra:<kode>", sidik: digest of what stands on it, ragu: a side is unsure}
MATCH (a:Kinerja)-[r:MAY_CROSSCUT]->(b)
RETURN a.id AS a, coalesce(b.id, CASE WHEN b:SKPD THEN 'skpd:' ELSE 'mitra:' END + b.kode) AS b, r.sidik AS sidik,
       coalesce(r.ragu, false) AS ragu
