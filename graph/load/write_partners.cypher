// title: Bodies outside all units that documents name; those that are there stay as they are
// params: {mitra: "list of {kode, nama}"}
UNWIND $mitra AS m
MERGE (n:Mitra {kode: m.kode})
ON CREATE SET n.nama = m.nama, n.jenis = 'lainnya', n.alias = [], n.diatur = []
