// title: Pairs that are detected again, or of which a side is unsure, with what the detector said of them
// params: {pasangan: "list of {a: id of a Kinerja, kinerja: id of the other end or null, skpd: kode of the unit that it is or null, mitra: kode of the body that it is or null, isi: properties, ragu: a side is unsure}"}
UNWIND $pasangan AS p
MATCH (a:Kinerja {id: p.a})
OPTIONAL MATCH (k:Kinerja {id: p.kinerja})
OPTIONAL MATCH (s:SKPD {kode: p.skpd})
OPTIONAL MATCH (m:Mitra {kode: p.mitra})
WITH p, a, coalesce(k, s, m) AS b WHERE b IS NOT NULL
MERGE (a)-[r:MAY_CROSSCUT]->(b)
ON CREATE SET r = p.isi
SET r.ragu = p.ragu, r.ulang = false
