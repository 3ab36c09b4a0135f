// title: Each entry under the one right above it, where that one is there
// params: {pasangan: "list of {kode, induk}: codes"}
UNWIND $pasangan AS p
MATCH (n:Komponen {kode: p.kode})
MATCH (i:Komponen {kode: p.induk})
MERGE (n)-[:PART_OF]->(i)
