// title: Pemerintah daerah dengan dokumen yang berlaku, yang sungguhan dahulu
// params: {nilai: kode of the only one that is wanted or null, cari: words in small letters that the name must hold, batas: rows to return}
// returns: {nilai: kode, label: name, ket: how many units have a document}
MATCH (p:Pemda)
WHERE ($nilai IS NULL OR p.kode = $nilai) AND all(kata IN $cari WHERE toLower(p.nama) CONTAINS kata)
WITH p, COUNT { (p)<-[:PART_OF]-(s:SKPD) WHERE EXISTS { (s)-[:HAS_DOCUMENT]->(:Dokumen)-[:CURRENT]->(:Versi) } } AS unit
WHERE unit > 0
RETURN p.kode AS nilai, p.nama AS label, toString(unit) + ' perangkat daerah' AS ket
ORDER BY coalesce(p.contoh, false), label, nilai LIMIT $batas
