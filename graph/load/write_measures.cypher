// title: Which indicator measures which kinerja
// params: {pasangan: "list of {indikator, kinerja, urutan, target, baseline}: two ids, the place among the indicators of that kinerja, and the two as printed or null"}
UNWIND $pasangan AS p
MATCH (i:Indikator {id: p.indikator})
MATCH (k:Kinerja {id: p.kinerja})
CREATE (i)-[m:MEASURES {urutan: p.urutan}]->(k)
SET m.target = p.target, m.baseline = p.baseline
