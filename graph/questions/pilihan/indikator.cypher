// title: Indikator sebuah perangkat daerah, menurut urutan dokumen
// params: {nilai: id of the only one that is wanted or null, cari: words in small letters that the name must hold, batas: rows to return, unit: kode of an SKPD or null when `nilai` is given, tahun: year or null}
// returns: {nilai: id, label: name, ket: how many kinerja it measures and year, unit: kode of its SKPD, tahun: year}
CALL () {
  MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(i:Indikator)
  WHERE ($tahun IS NULL OR i.tahun = $tahun) AND ($nilai IS NULL OR i.id = $nilai)
  RETURN i
  UNION
  MATCH (i:Indikator {id: $nilai})
  WHERE $unit IS NULL AND ($tahun IS NULL OR i.tahun = $tahun)
  RETURN i
}
WITH i WHERE all(kata IN $cari WHERE toLower(i.nama) CONTAINS kata)
OPTIONAL MATCH (i)-[:MEASURES]->(k:Kinerja)
WITH i, count(k) AS kinerja, min(k.urutan) AS pertama
RETURN i.id AS nilai, i.nama AS label, toString(kinerja) + ' kinerja · ' + toString(i.tahun) AS ket,
       head([(i)-[:OWNED_BY]->(s:SKPD) | s.kode]) AS unit, i.tahun AS tahun
ORDER BY i.tahun DESC, pertama, label, nilai LIMIT $batas
