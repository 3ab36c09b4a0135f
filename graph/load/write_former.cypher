// title: Kinerja that live no more, with the words they had
// params: {skpd: kode of the unit, lama: list of KinerjaLama as maps}
MATCH (s:SKPD {kode: $skpd})
UNWIND $lama AS l
MERGE (n:KinerjaLama {id: l.id})
SET n.uraian = l.uraian, n.tahun = l.tahun, n.tingkat = l.tingkat, n.sidik = l.sidik
MERGE (n)-[:OWNED_BY]->(s)
