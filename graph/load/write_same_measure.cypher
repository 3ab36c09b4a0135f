// title: The same measure over units and years, by its normalised name
// params: {indikator: "list of {id, nama_baku}"}
UNWIND $indikator AS i
MATCH (n:Indikator {id: i.id})
MERGE (u:Ukuran {nama_baku: i.nama_baku})
CREATE (n)-[:SAME_MEASURE]->(u)
