// title: Kinerja, indicators, positions and units whose words fit, the best of each kind; of the real ones and of the examples
// params: {kalimat: Lucene query for the index of word forms, nama: Lucene query for the index of plain words, batas: hits of each kind}
// returns: {jenis: label, id: id or kode, teks: statement or name, alias: other names, tahun: year or null, tingkat: level or null, urut_tingkat: its number or null, unit: kode and nama or null, contoh: belongs to an example, skor: of the index}
CALL () {
  CALL db.index.fulltext.queryNodes('cari_kalimat', $kalimat, {limit: 600}) YIELD node, score
  RETURN node, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('cari_nama', $nama, {limit: 1000}) YIELD node, score
  RETURN node, score
}
WITH node, sum(score) AS skor WHERE NOT node:Terdeteksi
WITH node, skor, CASE
    WHEN node:Mitra THEN EXISTS { (node)<-[:NAMES]-() }
      AND NOT EXISTS { (node)<-[:NAMES]-(:Kinerja)-[:OWNED_BY]->(:SKPD)-[:PART_OF]->(p:Pemda) WHERE NOT coalesce(p.contoh, false) }
    ELSE EXISTS { (node)-[:OWNED_BY|IN_UNIT*0..1]->(:SKPD)-[:PART_OF]->(:Pemda {contoh: true}) }
  END AS contoh
ORDER BY skor DESC
WITH labels(node)[0] AS jenis, contoh, collect({n: node, skor: skor})[..$batas] AS hasil
UNWIND hasil AS h
WITH jenis, contoh, h.n AS n, h.skor AS skor
RETURN jenis, coalesce(n.id, n.kode) AS id, coalesce(n.uraian, n.nama) AS teks, coalesce(n.alias, []) AS alias,
       n.tahun AS tahun, n.tingkat AS tingkat, n.urut_tingkat AS urut_tingkat,
       head([(n)-[:OWNED_BY|IN_UNIT]->(s) | {kode: s.kode, nama: s.nama}]) AS unit, contoh, skor
