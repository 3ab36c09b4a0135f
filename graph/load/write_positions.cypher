// title: Positions that the documents of a unit name; those that are there stay as they are
// params: {skpd: kode of the unit, jabatan: "list of {kode, nama}"}
MATCH (s:SKPD {kode: $skpd})
UNWIND $jabatan AS j
MERGE (n:Jabatan {kode: j.kode})
ON CREATE SET n.nama = j.nama, n.kelas = '', n.alias = [], n.diatur = []
MERGE (n)-[:IN_UNIT]->(s)
