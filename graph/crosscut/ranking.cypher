// title: Every detected pair of kinerja, best first (for measuring against a labelled set)
// returns: {a: id, b: id of the other, skor: score, jenis: proposed kind}
MATCH (a:Kinerja)-[r:MAY_CROSSCUT]->(b:Kinerja)
RETURN a.id AS a, b.id AS b, r.skor AS skor, r.jenis AS jenis
ORDER BY skor DESC, a, b
