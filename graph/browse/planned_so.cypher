// title: Live kinerja that are planned as a component, by its code
// params: {kode: kode of a Komponen, batas: kinerja to return}
// returns: {jenis: label, id: id, teks: statement, alias: none, tahun: year, tingkat: level, urut_tingkat: its number, unit: kode and nama or null, contoh: belongs to an example, skor: 1}
MATCH (:Komponen {kode: $kode})<-[:PLANNED_AS]-(n:Kinerja)
OPTIONAL MATCH (n)-[:OWNED_BY]->(s:SKPD)
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
WITH n, s, p ORDER BY coalesce(p.contoh, false), s.nama, n.tahun DESC, n.urutan LIMIT $batas
RETURN 'Kinerja' AS jenis, n.id AS id, n.uraian AS teks, [] AS alias, n.tahun AS tahun, n.tingkat AS tingkat,
       n.urut_tingkat AS urut_tingkat, s {.kode, .nama} AS unit, coalesce(p.contoh, false) AS contoh, 1.0 AS skor
