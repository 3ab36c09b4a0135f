// title: Partners as they were
// params: {isi: "list of {isi}: all properties"}
UNWIND $isi AS row
CREATE (n:Mitra)
SET n = row.isi
