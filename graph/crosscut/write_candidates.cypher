// title: Detected overlaps of kinerja; a pair about which a word stands stays as people left it, unless it is asked again
// params: {pasangan: "list of {a, b, isi}: two ids, and the properties of the relationship"}
UNWIND $pasangan AS p
MATCH (a:Kinerja {id: p.a})
MATCH (b:Kinerja {id: p.b})
WHERE coalesce(p.isi.ulang, false) OR NOT EXISTS { (a)-[:CROSSCUTS|PROPOSES_CROSSCUT|NOT_CROSSCUT]-(b) }
MERGE (a)-[r:MAY_CROSSCUT]->(b)
SET r = p.isi
