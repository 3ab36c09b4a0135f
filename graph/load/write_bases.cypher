// title: What the outcome stands on
// params: {dasar: "list of {id, jenis, uraian}"}
UNWIND $dasar AS d
MERGE (n:Dasar {id: d.id})
SET n.jenis = d.jenis, n.uraian = d.uraian
