// title: Bodies that only a text names; those that are there stay as they are
// params: {badan: "list of {kode, nama, jenis}"}
UNWIND $badan AS b
MERGE (n:Mitra {kode: b.kode})
ON CREATE SET n:Terdeteksi, n.nama = b.nama, n.jenis = b.jenis, n.alias = [], n.diatur = [], n.asal = 'teks'
