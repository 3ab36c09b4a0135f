// title: A partner that turns out to be a unit of the same government is that unit from now on
// params: {kode: kode of the SKPD, nama: its names as keys}
MATCH (s:SKPD {kode: $kode})-[:PART_OF]->(p:Pemda)
UNWIND $nama AS nama
MATCH (:Mitra {kode: nama})<-[r:NAMES]-(k:Kinerja)-[:OWNED_BY]->(:SKPD)-[:PART_OF]->(p)
CREATE (k)-[n:NAMES]->(s)
SET n = properties(r)
DELETE r
