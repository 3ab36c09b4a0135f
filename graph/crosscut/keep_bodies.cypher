// title: Outside bodies that people speak of; one that was only detected becomes an ordinary one
// params: {badan: "list of {kode, nama, jenis}, one for each"}
UNWIND $badan AS b
MERGE (n:Mitra {kode: b.kode})
ON CREATE SET n.nama = b.nama, n.jenis = b.jenis, n.alias = [], n.diatur = []
WITH n, b WHERE n:Terdeteksi
SET n = {kode: b.kode, nama: b.nama, jenis: b.jenis, alias: [], diatur: []}
REMOVE n:Terdeteksi
