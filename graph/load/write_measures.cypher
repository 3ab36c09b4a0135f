// title: Which indicator measures which kinerja
// params: {pasangan: "list of {indikator, kinerja, urutan}: two ids and the place among the indicators of that kinerja"}
UNWIND $pasangan AS p
MATCH (i:Indikator {id: p.indikator})
MATCH (k:Kinerja {id: p.kinerja})
CREATE (i)-[:MEASURES {urutan: p.urutan}]->(k)
