// title: Steps of ladders as they were
// params: {isi: "list of {isi}: all properties"}
UNWIND $isi AS row
CREATE (n:Jenjang)
SET n = row.isi
