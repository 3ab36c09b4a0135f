// title: Overlaps that are detected no longer
// params: {pasangan: "list of {a, b}: id of the kinerja, and the other end as in a pair key"}
UNWIND $pasangan AS p
MATCH (a:Kinerja {id: p.a})-[r:MAY_CROSSCUT]->(b)
WHERE coalesce(b.id, CASE WHEN b:SKPD THEN 'skpd:' ELSE 'mitra:' END + b.kode) = p.b
DELETE r
