// title: Every entry of the log about a crosscutting pair, and where its ends are now (the whole log of pairs on purpose)
// returns: {keputusan: all properties of the Keputusan, ujung: "the kinerja that it names, {id, semula: kode of the unit, kini: id of the living one or null, unit: kode of its unit or null, tahun: its year or null}"}
MATCH (k:Keputusan) WHERE k.jenis = 'silang'
RETURN properties(k) AS keputusan,
       COLLECT {
         MATCH (k)-[:ABOUT_PAIR]->(x:Kinerja|KinerjaLama)-[:OWNED_BY]->(s:SKPD)
         OPTIONAL MATCH w = (x)-[:BECAME*0..8]->(l:Kinerja)
         WITH x, s, l, length(w) AS jauh ORDER BY jauh, l.id
         WITH x, s, head(collect(l)) AS l
         RETURN {id: x.id, semula: s.kode, kini: l.id, unit: head([(l)-[:OWNED_BY]->(u:SKPD) | u.kode]), tahun: l.tahun}
       } AS ujung
