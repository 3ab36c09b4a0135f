// title: Tingkat di pohon sebuah perangkat daerah, dari atas
// params: {nilai: the only one that is wanted or null, cari: words in small letters that it must hold, batas: rows to return, unit: kode of an SKPD, tahun: year or null}
// returns: {nilai: level, label: the same, ket: how many kinerja are on it}
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE ($tahun IS NULL OR k.tahun = $tahun) AND ($nilai IS NULL OR k.tingkat = $nilai)
  AND all(kata IN $cari WHERE toLower(k.tingkat) CONTAINS kata)
WITH k.tingkat AS nilai, min(k.urut_tingkat) AS urut, count(*) AS kinerja
RETURN nilai, nilai AS label, toString(kinerja) + ' kinerja' AS ket
ORDER BY urut, nilai LIMIT $batas
