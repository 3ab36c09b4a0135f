// title: The edges of decided pairs
// params: {hubungan: "list of {jenis: type, a: id of a Kinerja, kinerja: id of the other end or null, skpd: kode of the unit that it is or null, mitra: kode of the body that it is or null, isi: all properties}"}
UNWIND $hubungan AS h
MATCH (a:Kinerja {id: h.a})
OPTIONAL MATCH (k:Kinerja {id: h.kinerja})
OPTIONAL MATCH (s:SKPD {kode: h.skpd})
OPTIONAL MATCH (m:Mitra {kode: h.mitra})
WITH h, a, coalesce(k, s, m) AS b WHERE b IS NOT NULL
CREATE (a)-[r:$(h.jenis)]->(b)
SET r = h.isi
