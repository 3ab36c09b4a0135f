// title: Kinerja sebuah perangkat daerah, yang di tengah pohon dahulu
// params: {nilai: id of the only one that is wanted or null, cari: words in small letters that the statement must hold, batas: rows to return, unit: kode of an SKPD or null when `nilai` is given, tahun: year or null}
// returns: {nilai: id, label: statement, ket: level and year, unit: kode of its SKPD, tahun: year}
CALL () {
  MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
  WHERE ($tahun IS NULL OR k.tahun = $tahun) AND ($nilai IS NULL OR k.id = $nilai)
  RETURN k
  UNION
  MATCH (k:Kinerja {id: $nilai})
  WHERE $unit IS NULL AND ($tahun IS NULL OR k.tahun = $tahun)
  RETURN k
}
WITH k WHERE all(kata IN $cari WHERE toLower(k.id + ' ' + k.uraian) CONTAINS kata)
RETURN k.id AS nilai, k.uraian AS label, k.tingkat + ' · ' + toString(k.tahun) AS ket,
       head([(k)-[:OWNED_BY]->(s:SKPD) | s.kode]) AS unit, k.tahun AS tahun
ORDER BY EXISTS { (k)-[:CAUSES]->() } AND EXISTS { (k)<-[:CAUSES]-() } DESC, k.tahun DESC, k.urut_tingkat DESC, k.urutan, nilai LIMIT $batas
