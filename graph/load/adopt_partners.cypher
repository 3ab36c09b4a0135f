// title: Bodies that were only detected in a text, and that a document names now, become ordinary
// params: {mitra: "list of {kode, nama}"}
UNWIND $mitra AS m
MATCH (n:Mitra:Terdeteksi {kode: m.kode})
SET n = {kode: m.kode, nama: m.nama, jenis: 'lainnya', alias: [], diatur: []}
REMOVE n:Terdeteksi
