// title: The two ends of pairs that somebody decides about, and what the detector says of them
// params: {pasangan: "list of {a: id, kinerja: id of the other end or null, skpd: kode of the unit that it is or null, mitra: kode of the body that it is or null, gabung: id or null}"}
// returns: {nomor: place in the list, a: "{id, hidup, uraian, sidik, tahun, kode, nama: of its unit, pemda, jenis: label} or null", b: "the same of the other end or null", gabung: "the same of the kinerja that a side joins or null", temuan: properties of what was detected or null}
UNWIND range(0, size($pasangan) - 1) AS nomor
WITH nomor, $pasangan[nomor] AS p
OPTIONAL MATCH (a:Kinerja|KinerjaLama {id: p.a})
OPTIONAL MATCH (k:Kinerja|KinerjaLama {id: p.kinerja})
OPTIONAL MATCH (s:SKPD {kode: p.skpd})
OPTIONAL MATCH (m:Mitra {kode: p.mitra})
OPTIONAL MATCH (g:Kinerja|KinerjaLama {id: p.gabung})
WITH nomor, a, coalesce(k, s, m) AS b, g
CALL (a) {
  OPTIONAL MATCH (a)-[:OWNED_BY]->(u:SKPD)-[:PART_OF]->(w:Pemda)
  RETURN a {.id, hidup: a:Kinerja, .uraian, sidik: a.sidik_makna, .tahun, kode: u.kode, nama: u.nama, pemda: w.kode,
            jenis: 'Kinerja', menjadi: head([(a)-[:BECAME]->(n) | n.id])} AS satu
}
CALL (b) {
  OPTIONAL MATCH (b)-[:OWNED_BY]->(u:SKPD)-[:PART_OF]->(w:Pemda)
  RETURN CASE WHEN b IS NULL THEN null WHEN b:Kinerja OR b:KinerjaLama
    THEN b {.id, hidup: b:Kinerja, .uraian, sidik: b.sidik_makna, .tahun, kode: u.kode, nama: u.nama, pemda: w.kode,
            jenis: 'Kinerja', menjadi: head([(b)-[:BECAME]->(n) | n.id])}
    ELSE b {id: CASE WHEN b:SKPD THEN 'skpd:' ELSE 'mitra:' END + b.kode, hidup: true, uraian: b.nama, sidik: '', tahun: null,
            .kode, .nama, pemda: head([(b)-[:PART_OF]->(x:Pemda) | x.kode]), jenis: CASE WHEN b:SKPD THEN 'SKPD' ELSE 'Mitra' END,
            badan: b.jenis, menjadi: null} END AS dua
}
CALL (g) {
  OPTIONAL MATCH (g)-[:OWNED_BY]->(u:SKPD)
  RETURN g {.id, hidup: g:Kinerja, .uraian, .tahun, kode: u.kode} AS tiga
}
RETURN nomor, satu AS a, dua AS b, tiga AS gabung, head([(a)-[r:MAY_CROSSCUT]-(b) | properties(r)]) AS temuan
