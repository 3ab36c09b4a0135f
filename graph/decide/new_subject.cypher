// title: A kinerja that a person says some rows speak of, before anything lets it live; of the unit and year of the old one
// params: {baru: "list of {id, dari, uraian, tingkat}: id of the new one, id that the rows carry, its words"}
UNWIND $baru AS b
MATCH (old:Kinerja|KinerjaLama {id: b.dari})-[:OWNED_BY]->(s:SKPD)
WHERE NOT EXISTS { (:Kinerja {id: b.id}) }
MERGE (n:KinerjaLama {id: b.id})
ON CREATE SET n.uraian = b.uraian, n.tahun = old.tahun, n.tingkat = b.tingkat, n.sidik = ''
MERGE (n)-[:OWNED_BY]->(s)
