// title: Detected mentions of a body outside the units; a pair about which a word stands stays as people left it
// params: {pasangan: "list of {a, b, isi}: id of the kinerja, kode of the Mitra, and the properties of the relationship"}
UNWIND $pasangan AS p
MATCH (a:Kinerja {id: p.a})
MATCH (b:Mitra {kode: p.b})
WHERE coalesce(p.isi.ulang, false) OR NOT EXISTS { (a)-[:CROSSCUTS|PROPOSES_CROSSCUT|NOT_CROSSCUT]-(b) }
MERGE (a)-[r:MAY_CROSSCUT]->(b)
SET r = p.isi
