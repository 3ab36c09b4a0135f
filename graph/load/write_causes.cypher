// title: Which condition brings about which
// params: {hubungan: "list of {sebab, akibat, asal, alasan, utama, versi}: two ids and the properties of the edge"}
UNWIND $hubungan AS h
MATCH (a:Kinerja {id: h.sebab})
MATCH (b:Kinerja {id: h.akibat})
CREATE (a)-[:CAUSES {asal: h.asal, alasan: h.alasan, utama: h.utama, versi: h.versi}]->(b)
