// title: Planning components as they were
// params: {isi: "list of {isi}: all properties"}
UNWIND $isi AS row
CREATE (n:Komponen)
SET n = row.isi
