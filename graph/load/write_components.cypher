// title: Components of the plan that documents state; those that are there stay as they are
// params: {komponen: "list of {kode, nama, jenis}"}
UNWIND $komponen AS c
MERGE (n:Komponen {kode: c.kode})
ON CREATE SET n.nama = c.nama, n.jenis = c.jenis, n.dari = 'dokumen', n.diatur = []
