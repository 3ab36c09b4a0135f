// title: As which component a kinerja is planned
// params: {pasangan: "list of {kinerja, kode, nama, jenis, asal}: id, kode of the Komponen, name and kind as printed, tersurat or diputuskan"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MATCH (n:Komponen {kode: p.kode})
CREATE (k)-[:PLANNED_AS {asal: p.asal, nama: p.nama, jenis: p.jenis}]->(n)
