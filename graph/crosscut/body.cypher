// title: Everything that names an outside body, in every government and year
// params: {kode: kode of the Mitra, banyak: rows to return}
// returns: {badan: "the body, {kode, nama, jenis, alias, terdeteksi}", total: rows in all, isi: "list of {id, uraian, sidik, tingkat, urut_tingkat, unit: [kode, nama, kind], pemda: kode, tahun, tertulis: the name in the partner column of its document or null, tipe: type of the other relationship or null, r: its properties}", unit: "units with a current document, list of [kode of the Pemda, year, kode, nama]"}
MATCH (m:Mitra {kode: $kode})
CALL (m) {
  MATCH (m)<-[r:NAMES|MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(k:Kinerja)
  WITH k, head([x IN collect(r) WHERE type(x) = 'NAMES' | x.nama]) AS tertulis,
       head([x IN collect(r) WHERE type(x) <> 'NAMES']) AS lain
  MATCH (k)-[:OWNED_BY]->(s:SKPD)-[:PART_OF]->(p:Pemda)
  WITH k, s, p, tertulis, lain ORDER BY s.nama, k.urutan, k.id
  RETURN collect({
    id: k.id, uraian: k.uraian, sidik: k.sidik, tingkat: k.tingkat, urut_tingkat: k.urut_tingkat, unit: [s.kode, s.nama, s.jenis],
    pemda: p.kode, tahun: k.tahun, tertulis: tertulis, tipe: type(lain), r: properties(lain)
  }) AS isi
}
CALL () {
  MATCH (p:Pemda)<-[:PART_OF]-(s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
  WHERE EXISTS { (d)-[:CURRENT]->(:Versi) }
  WITH p, s, d ORDER BY s.nama
  RETURN collect([p.kode, d.tahun, s.kode, s.nama]) AS unit
}
RETURN m {.kode, .nama, .jenis, .alias, terdeteksi: m:Terdeteksi} AS badan, size(isi) AS total, isi[..$banyak] AS isi, unit
