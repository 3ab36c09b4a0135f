// title: As which component of the plan a kinerja is planned; a component that is known stays as it is
// params: {pasangan: "list of {kinerja, kode, nama, jenis, asal}: id, kode of the Komponen, name and kind as printed, tersurat or diputuskan"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MERGE (n:Komponen {kode: p.kode})
ON CREATE SET n.nama = p.nama, n.jenis = p.jenis, n.dari = 'dokumen', n.diatur = []
CREATE (k)-[:PLANNED_AS {asal: p.asal, nama: p.nama, jenis: p.jenis}]->(n)
