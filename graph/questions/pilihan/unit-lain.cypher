// title: Perangkat daerah selain yang dipilih, yang sejenis dahulu
// params: {nilai: kode of the only one that is wanted or null, cari: words in small letters that the name must hold, batas: rows to return, unit: kode of the other one or null}
// returns: {nilai: kode, label: name, ket: its government}
OPTIONAL MATCH (u:SKPD {kode: $unit})
WITH u
MATCH (s:SKPD)
WHERE ($nilai IS NULL OR s.kode = $nilai) AND all(kata IN $cari WHERE toLower(s.nama) CONTAINS kata)
  AND EXISTS { (s)-[:HAS_DOCUMENT]->(:Dokumen)-[:CURRENT]->(:Versi) }
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
RETURN s.kode AS nilai, s.nama AS label, p.nama AS ket
ORDER BY coalesce(s = u, false), coalesce(s.jenis = u.jenis, false) DESC, coalesce(p.contoh, false), label, nilai LIMIT $batas
