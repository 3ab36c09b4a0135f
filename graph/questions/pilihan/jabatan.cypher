// title: Jabatan sebuah perangkat daerah, yang memegang kinerja dahulu
// params: {nilai: kode of the only one that is wanted or null, cari: words in small letters that the name must hold, batas: rows to return, unit: kode of an SKPD or null when `nilai` is given}
// returns: {nilai: kode, label: name, ket: how many kinerja it has, unit: kode of its SKPD}
CALL () {
  MATCH (:SKPD {kode: $unit})<-[:IN_UNIT]-(j:Jabatan)
  WHERE $nilai IS NULL OR j.kode = $nilai
  RETURN j
  UNION
  MATCH (j:Jabatan {kode: $nilai})
  WHERE $unit IS NULL
  RETURN j
}
WITH j WHERE all(kata IN $cari WHERE toLower(j.nama) CONTAINS kata)
WITH j, COUNT { (j)<-[:ASSIGNED_TO]-(:Kinerja) } AS kinerja
RETURN j.kode AS nilai, j.nama AS label, toString(kinerja) + ' kinerja' AS ket,
       head([(j)-[:IN_UNIT]->(s:SKPD) | s.kode]) AS unit
ORDER BY kinerja > 0 DESC, label, nilai LIMIT $batas
