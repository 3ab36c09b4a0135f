// title: Positions that the documents of a unit name; what a person has touched stays as it is
// params: {skpd: kode of the unit, jabatan: "list of {kode, nama}"}
MATCH (s:SKPD {kode: $skpd})
UNWIND $jabatan AS j
MERGE (n:Jabatan {kode: j.kode})
ON CREATE SET n.nama = j.nama, n.kelas = '', n.alias = [], n.diatur = []
ON MATCH SET n.nama = CASE WHEN n.diatur = [] THEN j.nama ELSE n.nama END
MERGE (n)-[:IN_UNIT]->(s)
