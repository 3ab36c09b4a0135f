// title: Planning components as they were, each under the one above it
// params: {isi: "list of {isi, induk}: all properties, and the key of the component above or null"}
UNWIND $isi AS row
CREATE (n:Komponen)
SET n = row.isi
WITH collect(row) AS semua
UNWIND semua AS row
WITH row WHERE row.induk IS NOT NULL
MATCH (n:Komponen {kode: row.isi.kode})
MATCH (p:Komponen {kode: row.induk})
CREATE (n)-[:PART_OF]->(p)
