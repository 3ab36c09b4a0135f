// title: The kinerja of a document with what each witness says of their level, and their links up
// params: {id: id of the Dokumen, batas: kinerja to return}
// returns: {unit: kode and nama, tahun: year, versi: number of the current version, urut_dokumen: number of the last entry about the document, urut_pohon: number of the last entry about it or its kinerja, tangga: "usual levels, [of this kind of unit, urut, tingkat]", simpul: the kinerja in document order, revisi: number of the last write}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL MATCH (d)-[:CURRENT]->(v:Versi)
CALL (d, s) {
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun
  WITH k ORDER BY k.urutan, k.id LIMIT $batas
  RETURN collect(k) AS semua
}
CALL (d, s) {
  CALL (d, s) {
    MATCH (d)<-[:ABOUT]-(x:Keputusan) RETURN x.urut AS urut
    UNION ALL
    MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT]-(x:Keputusan) WHERE n.tahun = d.tahun RETURN x.urut AS urut
  }
  RETURN coalesce(max(urut), 0) AS urut_pohon
}
CALL (s) {
  MATCH (j:Jenjang) WHERE j.jenis_unit IN [s.jenis, 'umum']
  RETURN collect([j.jenis_unit = s.jenis, j.urut, j.tingkat]) AS tangga
}
RETURN {kode: s.kode, nama: s.nama} AS unit, d.tahun AS tahun, v.nomor AS versi,
       reduce(last = 0, n IN [(d)<-[:ABOUT]-(x) | x.urut] | CASE WHEN n > last THEN n ELSE last END) AS urut_dokumen,
       urut_pohon, tangga,
       [n IN semua | {
         id: n.id, uraian: n.uraian, tingkat: n.tingkat, urut_tingkat: n.urut_tingkat, kedalaman: n.kedalaman,
         tingkat_usul: n.tingkat_usul, alasan_tingkat: n.alasan_tingkat, konflik: n.konflik, diputuskan: n.diputuskan,
         saksi: [n.tingkat_t3, n.tingkat_t4, n.tingkat_t5, n.tingkat_komponen],
         baris: [(n)<-[:STATES]-(b) | [b.id, b.tahap, b.urutan, b.tempat,
                   reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c), b.label, b.komponen]][..60],
         putusan: [(n)<-[:ABOUT]-(x) | properties(x)],
         naik: [(n)-[c:CAUSES]->(e) | [e.id, c.asal, c.alasan, c.utama]][..60]
       }] AS simpul,
       coalesce(m.revisi, 0) AS revisi
