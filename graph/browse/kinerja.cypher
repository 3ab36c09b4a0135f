// title: All that stands about one kinerja besides its ways up and down
// params: {id: id of a Kinerja}
// returns: {sendiri: the kinerja as a map, unit: kode and nama, dokumen: id of the Dokumen, indikator: list of maps, bukti: its rows with all that they claim, csf: list of maps, dasar: list of maps, putusan: the log about it, urut_dokumen: number of the last entry about its document, isu: issues of it and of its rows, revisi: number of the last write}
MATCH (k:Kinerja {id: $id})
OPTIONAL MATCH (k)-[:OWNED_BY]->(s:SKPD)
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE d.tahun = k.tahun
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL CALL (k) {
  MATCH (k)<-[:CONCERNS]-(i:Isu) RETURN i
  UNION
  MATCH (k)<-[:STATES]-()<-[:CONCERNS]-(i:Isu) RETURN i
}
WITH k, s, d, m, i ORDER BY i.asal, i.nomor
WITH k, s, d, m, collect(i)[..201] AS isu
RETURN k {.*} AS sendiri, s {.kode, .nama} AS unit, d.id AS dokumen,
       [(k)<-[r:MEASURES]-(i) | {
         id: i.id, nama: i.nama, urutan: r.urutan,
         lain: [(i)-[:MEASURES]->(o) WHERE o <> k | [o.id, o.uraian]][..60]
       }][..61] AS indikator,
       [(k)<-[:STATES]-(b) | properties(b)][..61] AS bukti,
       [(k)<-[:RAISES]-(c) | c {.id, .nama, .isu, .sumber}][..60] AS csf,
       [(k)<-[:GROUNDS]-(g) | g {.id, .jenis, .uraian}][..60] AS dasar,
       [(k)<-[:ABOUT]-(x) | properties(x)] AS putusan,
       reduce(last = 0, n IN [(d)<-[:ABOUT]-(x) | x.urut] | CASE WHEN n > last THEN n ELSE last END) AS urut_dokumen,
       [i IN isu | {
         id: i.id, kode: i.kode, keparahan: i.keparahan, tempat: i.tempat, pesan: i.pesan, saran: i.saran, asal: i.asal,
         terbuka: i.terbuka, baris: [(i)-[:CONCERNS]->(b:Baris) | b.id][..60], kinerja: [(i)-[:CONCERNS]->(o:Kinerja) | o.id][..60]
       }] AS isu,
       coalesce(m.revisi, 0) AS revisi
