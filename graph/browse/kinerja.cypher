// title: All that stands about one kinerja besides its ways up and down
// params: {id: id of a Kinerja}
// returns: {sendiri: the kinerja as a map, unit: kode and nama, contoh: belongs to an example, dokumen: id of the Dokumen, indikator: list of maps, bukti: its rows with all that they claim, rencana: components it is planned as, mitra: partners it names, csf: list of maps, dasar: list of maps, putusan: the log about it, putusan_lama: the log about statements that became it, pernah: its id and those of the statements that became it, silang: the log about crosscutting pairs of them, lintas: "crosscutting at it as it stands, {tipe, pita, skor, ragu, ulang, kunci, teks, unit}", versi: "versions that state it, {nomor, pada, oleh, kalimat: its statements there, pindah: texts `id=old parent=new parent`}, oldest first", nama: "[id, statement] of every kinerja that those name", urut_dokumen: number of the last entry about its document, urut_pohon: number of the last entry about it or any kinerja of it, isu: issues of it and of its rows, revisi: number of the last write}
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
WITH k, s, d, m, collect(i)[..201] AS isu,
     [(k)<-[:ABOUT]-(x) | properties(x)] AS putusan, [(k)<-[:BECAME]-()<-[:ABOUT]-(x) | properties(x)] AS putusan_lama,
     [k.id] + [(k)<-[:BECAME]-(l) | l.id] AS semua_id
CALL (d, semua_id, k) {
  MATCH (d)-[:HAS_VERSION]->(v)
  CALL (v, semua_id) {
    UNWIND semua_id AS id
    MATCH (b:Baris {kinerja_id: id})-[:IN_VERSION]->(v)
    WITH b ORDER BY b.nomor, b.id
    RETURN collect(b.uraian)[..20] AS kalimat
  }
  WITH k, v, kalimat WHERE kalimat <> []
  ORDER BY v.nomor DESC LIMIT 100
  WITH k, v, kalimat ORDER BY v.nomor
  RETURN collect({
    nomor: v.nomor, id: v.id, pada: v.diimpor_pada, oleh: v.oleh, kalimat: kalimat,
    pindah: [p IN coalesce(v.pindah, []) WHERE p STARTS WITH k.id + '=']
  }) AS versi
}
CALL (s, d) {
  CALL (s, d) {
    MATCH (d)<-[:ABOUT]-(x:Keputusan) RETURN x.urut AS urut
    UNION ALL
    MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT]-(x:Keputusan) WHERE n.tahun = d.tahun RETURN x.urut AS urut
  }
  RETURN coalesce(max(urut), 0) AS urut_pohon
}
RETURN k {.*} AS sendiri, s {.kode, .nama} AS unit, EXISTS { (s)-[:PART_OF]->(:Pemda {contoh: true}) } AS contoh, d.id AS dokumen,
       [(k)<-[r:MEASURES]-(i) | {
         id: i.id, nama: i.nama, urutan: r.urutan, satuan: i.satuan, target: r.target, baseline: r.baseline,
         lain: [(i)-[:MEASURES]->(o) WHERE o <> k | [o.id, o.uraian]][..60]
       }][..61] AS indikator,
       [(k)<-[:STATES]-(b) | properties(b)][..61] AS bukti,
       [(k)-[r:PLANNED_AS]->(c) | {kode: c.kode, nama: c.nama, jenis: c.jenis, asal: r.asal}][..60] AS rencana,
       [(k)-[r:NAMES]->(w:Mitra|SKPD) | {kode: w.kode, nama: r.nama, unit: w:SKPD, urutan: r.urutan}][..60] AS mitra,
       [(k)<-[:RAISES]-(c) | c {.id, .nama, .isu, .sumber}][..60] AS csf,
       [(k)<-[:GROUNDS]-(g) | g {.id, .jenis, .uraian}][..60] AS dasar,
       putusan, putusan_lama, semua_id AS pernah,
       COLLECT { MATCH (k)<-[:BECAME*0..1]-(n)<-[:ABOUT_PAIR]-(x) WITH DISTINCT x ORDER BY x.urut DESC LIMIT 200 RETURN properties(x) } AS silang,
       COLLECT {
         MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(o)
         WITH r, o ORDER BY coalesce(r.skor, 0) DESC, coalesce(o.id, o.kode) LIMIT 200
         RETURN {
           tipe: type(r), pita: r.pita, skor: r.skor, ragu: r.ragu, ulang: r.ulang, teks: coalesce(o.uraian, o.nama, o.kode),
           kunci: CASE WHEN o:Kinerja THEN o.id WHEN o:SKPD THEN 'skpd:' + o.kode ELSE 'mitra:' + o.kode END,
           unit: head([(o)-[:OWNED_BY]->(u) | {kode: u.kode, nama: u.nama}])
         }
       } AS lintas,
       versi,
       [(s)<-[:OWNED_BY]-(o:Kinerja|KinerjaLama)
         WHERE o.tahun = k.tahun AND (any(p IN putusan + putusan_lama WHERE p.isi CONTAINS o.id)
           OR any(v IN versi WHERE any(p IN v.pindah WHERE p CONTAINS o.id))) | [o.id, o.uraian]][..300] AS nama,
       reduce(last = 0, n IN [(d)<-[:ABOUT]-(x) | x.urut] | CASE WHEN n > last THEN n ELSE last END) AS urut_dokumen,
       urut_pohon,
       [i IN isu | {
         id: i.id, kode: i.kode, keparahan: i.keparahan, tempat: i.tempat, pesan: i.pesan, saran: i.saran, asal: i.asal,
         terbuka: i.terbuka, baris: [(i)-[:CONCERNS]->(b:Baris) | b.id][..60], kinerja: [(i)-[:CONCERNS]->(o:Kinerja) | o.id][..60]
       }] AS isu,
       coalesce(m.revisi, 0) AS revisi
