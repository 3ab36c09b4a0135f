// title: Tahun dengan dokumen yang berlaku, yang terbaru dahulu
// params: {nilai: the only year that is wanted or null, cari: digits that it must hold, batas: rows to return, unit: kode of an SKPD or null for any}
// returns: {nilai: year, label: the same as a text, ket: title of the document or null}
MATCH (s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
WHERE ($unit IS NULL OR s.kode = $unit) AND ($nilai IS NULL OR d.tahun = $nilai) AND all(kata IN $cari WHERE toString(d.tahun) CONTAINS kata)
  AND EXISTS { (d)-[:CURRENT]->(:Versi) }
WITH d.tahun AS nilai, CASE WHEN $unit IS NULL THEN null ELSE min(d.judul) END AS ket
RETURN nilai, toString(nilai) AS label, ket
ORDER BY nilai DESC LIMIT $batas
