// title: Units as they were, each in its pemda
// params: {isi: "list of {isi, induk}: all properties and the key of the Pemda"}
UNWIND $isi AS row
CREATE (s:SKPD)
SET s = row.isi
WITH s, row WHERE row.induk IS NOT NULL
MATCH (p:Pemda {kode: row.induk})
CREATE (s)-[:PART_OF]->(p)
