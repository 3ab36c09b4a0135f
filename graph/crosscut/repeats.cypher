// title: One indicator or one statement twice within a unit and year, exactly
// params: {pemda: kode of a Pemda, tahun: year, unit: kode of an SKPD or empty for all, lewati: groups to skip, banyak: groups to return}
// returns: {total: groups in all, isi: "list of {apa: indikator or kondisi, teks: what is said twice, unit: [kode, nama], kinerja: list of [id, statement, level, its number, whether it supports another of them]}"}
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD) WHERE $unit = '' OR s.kode = $unit
CALL (s) {
  MATCH (s)<-[:OWNED_BY]-(i:Indikator)-[:SAME_MEASURE]->(u:Ukuran) WHERE i.tahun = $tahun
  MATCH (i)-[:MEASURES]->(k:Kinerja)
  WITH u, i, k ORDER BY k.urutan, k.id
  WITH u, min(i.nama) AS teks, collect(DISTINCT k) AS kinerja WHERE size(kinerja) > 1
  RETURN 'indikator' AS apa, teks, kinerja
  UNION ALL
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = $tahun
  WITH k ORDER BY k.urutan, k.id
  WITH k.sidik AS sidik, min(k.uraian) AS teks, collect(k) AS kinerja WHERE size(kinerja) > 1
  RETURN 'kondisi' AS apa, teks, kinerja
}
WITH s, apa, teks, kinerja ORDER BY s.nama, apa DESC, teks
WITH collect({apa: apa, teks: teks, unit: [s.kode, s.nama], kinerja: [k IN kinerja[..60] |
       [k.id, k.uraian, k.tingkat, k.urut_tingkat, EXISTS { (k)-[:CAUSES]->(o:Kinerja) WHERE o IN kinerja }]]}) AS daftar
RETURN size(daftar) AS total, daftar[$lewati..$lewati + $banyak] AS isi
