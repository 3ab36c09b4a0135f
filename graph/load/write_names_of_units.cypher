// title: Units that documents of other units name as partners
// params: {pasangan: "list of {kinerja, kode, nama, urutan}: id, kode of the SKPD, name as printed, place in the document"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MATCH (s:SKPD {kode: p.kode})
CREATE (k)-[:NAMES {nama: p.nama, urutan: p.urutan}]->(s)
