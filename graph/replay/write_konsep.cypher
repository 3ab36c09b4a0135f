// title: Changes of the glossary as they were
// params: {isi: "list of {isi}: all properties"}
UNWIND $isi AS row
CREATE (n:Konsep)
SET n = row.isi
