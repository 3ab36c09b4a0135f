// title: Perangkat daerah dengan dokumen yang berlaku, yang punya crosscutting dahulu
// params: {nilai: kode of the only one that is wanted or null, cari: words in small letters that the name must hold, batas: rows to return}
// returns: {nilai: kode, label: name, ket: its government}
MATCH (s:SKPD)
WHERE ($nilai IS NULL OR s.kode = $nilai) AND all(kata IN $cari WHERE toLower(s.nama) CONTAINS kata)
  AND EXISTS { (s)-[:HAS_DOCUMENT]->(:Dokumen)-[:CURRENT]->(:Versi) }
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
WITH s, p, EXISTS { (s)<-[:OWNED_BY]-(:Kinerja)-[:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]-() } AS ada
RETURN s.kode AS nilai, s.nama AS label, p.nama AS ket
ORDER BY ada DESC, coalesce(p.contoh, false), label, nilai LIMIT $batas
