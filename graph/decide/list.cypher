// title: Entries of the log, newest first, with what each is about and every other entry about the same
// params: {subjek: id or empty, unit: kode of the unit or empty, tahun: year or null, lewati: entries to skip, batas: entries of a page}
// returns: {keputusan: all properties of the Keputusan, sesubjek: "all entries about the same subject, or about the same two ends of a pair", subjek_jenis: label, subjek_teks: statement or title, skpd: kode of the unit, skpd_nama: its name, tahun: year, dokumen: id of the Dokumen, urut_dokumen: number of the last entry about it}
MATCH (k:Keputusan)-[:ABOUT|ABOUT_PAIR]->(n {id: k.subjek})
WHERE k.urut > 0 AND ($subjek = '' OR k.subjek = $subjek OR EXISTS { (k)-[:ABOUT_PAIR]->({id: $subjek}) })
MATCH (n)-[:OWNED_BY|HAS_DOCUMENT]-(s:SKPD)
WHERE ($unit = '' OR s.kode = $unit OR EXISTS { (k)-[:ABOUT_PAIR]->()-[:OWNED_BY*0..1]->(:SKPD {kode: $unit}) })
      AND ($tahun IS NULL OR n.tahun = $tahun)
WITH k, n, s ORDER BY k.urut DESC SKIP $lewati LIMIT $batas
WITH k, n, s, head([(s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE d.tahun = n.tahun | d]) AS d
RETURN properties(k) AS keputusan,
       CASE k.jenis WHEN 'silang' THEN COLLECT {
         MATCH (k)-[:ABOUT_PAIR]->(m) WHERE m <> n
         MATCH (n)<-[:ABOUT_PAIR]-(o:Keputusan)-[:ABOUT_PAIR]->(m)
         WITH DISTINCT o RETURN properties(o)
       } ELSE [(n)<-[:ABOUT]-(o:Keputusan) | properties(o)] END AS sesubjek,
       labels(n)[0] AS subjek_jenis, coalesce(n.uraian, n.judul) AS subjek_teks, s.kode AS skpd, s.nama AS skpd_nama,
       n.tahun AS tahun, d.id AS dokumen,
       reduce(last = 0, u IN [(d)<-[:ABOUT]-(x) | x.urut] | CASE WHEN u > last THEN u ELSE last END) AS urut_dokumen
