// title: The indicators of a unit and year
// params: {skpd: kode of the unit, indikator: "list of {id, nama, tahun, nama_baku, satuan}; no unit of measure: null"}
MATCH (s:SKPD {kode: $skpd})
UNWIND $indikator AS i
MERGE (n:Indikator {id: i.id})
SET n.nama = i.nama, n.tahun = i.tahun, n.satuan = i.satuan
MERGE (n)-[:OWNED_BY]->(s)
