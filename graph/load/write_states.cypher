// title: Which row states which kinerja (current version only)
// params: {pasangan: "list of {baris, kinerja, tahap}: two ids and the stage"}
UNWIND $pasangan AS p
MATCH (b:Baris {id: p.baris})
MATCH (k:Kinerja {id: p.kinerja})
CREATE (b)-[:STATES {tahap: p.tahap}]->(k)
