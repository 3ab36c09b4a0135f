// title: Governments as they were
// params: {isi: "list of {isi}: all properties"}
UNWIND $isi AS row
CREATE (n:Pemda)
SET n = row.isi
