// title: Tahun dengan dokumen yang berlaku di sebuah pemerintah daerah, yang terbaru dahulu
// params: {nilai: the only year that is wanted or null, cari: digits that it must hold, batas: rows to return, pemda: kode of a Pemda or null for any}
// returns: {nilai: year, label: the same as a text, ket: how many units have a document}
MATCH (p:Pemda)<-[:PART_OF]-(s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
WHERE ($pemda IS NULL OR p.kode = $pemda) AND ($nilai IS NULL OR d.tahun = $nilai) AND all(kata IN $cari WHERE toString(d.tahun) CONTAINS kata)
  AND EXISTS { (d)-[:CURRENT]->(:Versi) }
WITH d.tahun AS nilai, count(DISTINCT s) AS unit
RETURN nilai, toString(nilai) AS label, toString(unit) + ' perangkat daerah' AS ket
ORDER BY nilai DESC LIMIT $batas
