// title: Every entry of the log about a pair that has one of these kinerja at an end, whatever they became, and where the ends are now
// params: {id: ids of Kinerja or KinerjaLama}
// returns: {keputusan: all properties of the Keputusan, sekitar: "the kinerja around which it was found, those that they became among them", ujung: "the kinerja that it names, {id, semula: kode of the unit, kini: id of the living one or null, unit: kode of its unit or null, tahun: its year or null}"}
UNWIND $id AS wanted
MATCH (n:Kinerja|KinerjaLama {id: wanted})
CALL (n) {
  RETURN n AS e
  UNION
  MATCH (n)-[:BECAME*1..8]->(e:Kinerja) RETURN e
}
WITH DISTINCT e
MATCH (e)<-[:BECAME*0..8]-(o)<-[:ABOUT_PAIR]-(k:Keputusan)
WITH k, collect(DISTINCT e.id) AS sekitar
RETURN properties(k) AS keputusan, sekitar,
       COLLECT {
         MATCH (k)-[:ABOUT_PAIR]->(x:Kinerja|KinerjaLama)-[:OWNED_BY]->(s:SKPD)
         OPTIONAL MATCH w = (x)-[:BECAME*0..8]->(l:Kinerja)
         WITH x, s, l, length(w) AS jauh ORDER BY jauh, l.id
         WITH x, s, head(collect(l)) AS l
         RETURN {id: x.id, semula: s.kode, kini: l.id, unit: head([(l)-[:OWNED_BY]->(u:SKPD) | u.kode]), tahun: l.tahun}
       } AS ujung
