// title: Badan luar, yang paling banyak dilibatkan dahulu
// params: {nilai: kode of the only one that is wanted or null, cari: words in small letters that the name must hold, batas: rows to return}
// returns: {nilai: kode, label: name, ket: kind and how many kinerja}
MATCH (m:Mitra)
WHERE ($nilai IS NULL OR m.kode = $nilai) AND all(kata IN $cari WHERE toLower(m.nama) CONTAINS kata)
WITH m, COUNT { (m)<-[:NAMES|MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]-() } AS kinerja
WHERE kinerja > 0 OR $nilai IS NOT NULL
RETURN m.kode AS nilai, m.nama AS label, coalesce(m.jenis + ' · ', '') + toString(kinerja) + ' sebutan' AS ket
ORDER BY kinerja DESC, label, nilai LIMIT $batas
