// title: Tahun dengan kinerja yang dipegang sebuah jabatan, yang terbaru dahulu
// params: {nilai: the only year that is wanted or null, cari: digits that it must hold, batas: rows to return, jabatan: kode of a Jabatan}
// returns: {nilai: year, label: the same as a text, ket: how many kinerja}
MATCH (:Jabatan {kode: $jabatan})<-[:ASSIGNED_TO]-(k:Kinerja)
WHERE ($nilai IS NULL OR k.tahun = $nilai) AND all(kata IN $cari WHERE toString(k.tahun) CONTAINS kata)
WITH k.tahun AS nilai, count(*) AS kinerja
RETURN nilai, toString(nilai) AS label, toString(kinerja) + ' kinerja' AS ket
ORDER BY nilai DESC LIMIT $batas
