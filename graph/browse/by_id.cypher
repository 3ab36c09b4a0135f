// title: Which live kinerja or indicator has one of these ids
// params: {id: list of ids of Kinerja or Indikator}
// returns: {jenis: label, id: id, teks: statement or name, alias: none, tahun: year, tingkat: level or null, urut_tingkat: its number or null, unit: kode and nama or null, contoh: belongs to an example, skor: 1}
UNWIND $id AS satu
MATCH (n:Kinerja|Indikator {id: satu})
RETURN labels(n)[0] AS jenis, n.id AS id, coalesce(n.uraian, n.nama) AS teks, [] AS alias, n.tahun AS tahun,
       n.tingkat AS tingkat, n.urut_tingkat AS urut_tingkat,
       head([(n)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]) AS unit,
       EXISTS { (n)-[:OWNED_BY]->(:SKPD)-[:PART_OF]->(:Pemda {contoh: true}) } AS contoh, 1.0 AS skor
