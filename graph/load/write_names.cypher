// title: Who names which body as a partner
// params: {pasangan: "list of {kinerja, kode, nama, urutan}: id, kode of the Mitra, name as printed, place in the document"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MATCH (n:Mitra {kode: p.kode})
CREATE (k)-[:NAMES {nama: p.nama, urutan: p.urutan}]->(n)
