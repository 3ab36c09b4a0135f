// title: Komponen perencanaan yang dipakai kinerja, menurut kodenya
// params: {nilai: kode of the only one that is wanted or null, cari: words in small letters that the code or name must hold, batas: rows to return}
// returns: {nilai: kode, label: code and name, ket: kind and how many kinerja}
MATCH (c:Komponen)
WHERE ($nilai IS NULL OR c.kode = $nilai) AND EXISTS { (c)<-[:PLANNED_AS]-() }
  AND all(kata IN $cari WHERE toLower(c.kode + ' ' + c.nama) CONTAINS kata)
RETURN c.kode AS nilai, c.kode + ' ' + c.nama AS label, c.jenis + ' · ' + toString(COUNT { (c)<-[:PLANNED_AS]-() }) + ' kinerja' AS ket
ORDER BY nilai LIMIT $batas
