// title: Positions that a person has touched, each in its unit
// params: {isi: "list of {isi, induk}: all properties and the key of the SKPD"}
UNWIND $isi AS row
MATCH (s:SKPD {kode: row.induk})
CREATE (j:Jabatan)-[:IN_UNIT]->(s)
SET j = row.isi
