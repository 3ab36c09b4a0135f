// title: Entries of the log about crosscutting pairs, each tied to both ends and to the kinerja that a side joins instead
// params: {keputusan: "list of {isi: all properties of the Keputusan, kinerja: id of the other end or null, skpd: kode of the unit that it is or null, mitra: kode of the body that it is or null, gabung: id or null, nama: name of the body or null}"}
// returns: {id: id of an entry that was written}
UNWIND $keputusan AS k
MATCH (a:Kinerja|KinerjaLama {id: k.isi.subjek})
OPTIONAL MATCH (o:Kinerja|KinerjaLama {id: k.kinerja})
OPTIONAL MATCH (s:SKPD {kode: k.skpd})
OPTIONAL MATCH (m:Mitra {kode: k.mitra})
OPTIONAL MATCH (g:Kinerja|KinerjaLama {id: k.gabung})
WITH k, a, coalesce(o, s, m) AS b, g
WHERE b IS NOT NULL AND (k.gabung IS NULL OR g IS NOT NULL)
CREATE (n:Keputusan)-[:ABOUT_PAIR]->(a)
SET n = k.isi
CREATE (n)-[r:ABOUT_PAIR]->(b)
SET r.nama = k.nama
FOREACH (joined IN [one IN [g] WHERE one IS NOT NULL AND one <> b] | CREATE (n)-[:ABOUT_PAIR]->(joined))
RETURN n.id AS id
