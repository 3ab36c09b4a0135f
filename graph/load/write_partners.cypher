// title: Bodies outside all units that documents name as partners
// params: {pasangan: "list of {kinerja, kode, nama, urutan}: id, kode of the Mitra, name as printed, place in the document"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MERGE (n:Mitra {kode: p.kode})
ON CREATE SET n.nama = p.nama, n.jenis = 'lainnya', n.alias = [], n.diatur = []
CREATE (k)-[:NAMES {nama: p.nama, urutan: p.urutan}]->(n)
