// title: Overlaps of a government and year, or of one of its units, best first; one sentence in units of one kind is one row
// params: {pemda: kode of a Pemda, tahun: year, unit: kode of an SKPD or empty, lawan: kode of another SKPD or of a Mitra or empty, tipe: types of relationship that are wanted, arah: directions of a proposal that are wanted or an empty list for all, jenis: kinds that are wanted or an empty list for all, pita: bands of detected ones that are wanted, ragu: only those that a side is unsure about, ulang: only those that are asked again, kata: words in small letters that must all occur, lewati: rows to skip, banyak: rows to return}
// returns: {tipe: type of the relationship, r: its properties, banyak: pairs of the same sentences, a: the kinerja as a map, b: the other end as a map}
CALL () {
  MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(:SKPD)<-[:OWNED_BY]-(k:Kinerja)
  WHERE k.tahun = $tahun AND $unit = ''
  MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]->()
  RETURN r
  UNION ALL
  MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
  WHERE k.tahun = $tahun
  MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-()
  RETURN r
  UNION ALL
  MATCH (:SKPD {kode: $unit})<-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(k:Kinerja)
  WHERE k.tahun = $tahun
  RETURN r
}
WITH r, type(r) AS tipe, startNode(r) AS a, endNode(r) AS b,
     coalesce(r.ragu, false) AS ragu, coalesce(r.ulang, false) AS ulang,
     CASE WHEN type(r) <> 'PROPOSES_CROSSCUT' OR $unit = '' THEN '' WHEN r.pihak = $unit THEN 'keluar' ELSE 'masuk' END AS arah
WHERE ($lawan = '' OR b.kode = $lawan OR any(e IN [a, b] WHERE EXISTS { (e)-[:OWNED_BY]->(:SKPD {kode: $lawan}) }))
  AND tipe IN $tipe AND ($arah = [] OR arah IN $arah) AND ($jenis = [] OR r.jenis IN $jenis)
  AND (tipe <> 'MAY_CROSSCUT' OR r.pita IS NULL OR r.pita IN $pita)
  AND (ragu OR NOT $ragu) AND (ulang OR NOT $ulang)
  AND ($kata = [] OR all(w IN $kata WHERE toLower(a.uraian + ' ' + coalesce(b.uraian, b.nama) + ' ' + coalesce(r.alasan, '')) CONTAINS w))
WITH tipe, ragu, ulang, coalesce(r.skor, 0.0) AS skor, r.kelompok AS kelompok,
     a.id + '~' + coalesce(b.id, CASE WHEN b:SKPD THEN 'skpd:' ELSE 'mitra:' END + b.kode) AS pasangan
WITH tipe, CASE WHEN ragu OR ulang THEN pasangan ELSE coalesce(kelompok, pasangan) END AS kelompok,
     max(skor) AS skor, min(pasangan) AS pasangan, count(*) AS banyak
ORDER BY skor DESC, pasangan SKIP $lewati LIMIT $banyak
WITH tipe, skor, pasangan, banyak, split(pasangan, '~')[0] AS kiri, split(pasangan, '~')[1] AS kanan
MATCH (a:Kinerja {id: kiri})-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]->(b)
WHERE type(r) = tipe AND coalesce(b.id, CASE WHEN b:SKPD THEN 'skpd:' ELSE 'mitra:' END + b.kode) = kanan
WITH tipe, skor, pasangan, banyak, r, a, b ORDER BY skor DESC, pasangan
RETURN tipe, properties(r) AS r, banyak,
       {id: a.id, teks: a.uraian, tingkat: a.tingkat, urut_tingkat: a.urut_tingkat,
        unit: head([(a)-[:OWNED_BY]->(s) | [s.kode, s.nama, s.jenis]])} AS a,
       {id: coalesce(b.id, b.kode), teks: coalesce(b.uraian, b.nama), tingkat: b.tingkat, urut_tingkat: b.urut_tingkat,
        mitra: b:Mitra, skpd: b:SKPD, unit: head([(b)-[:OWNED_BY]->(s) | [s.kode, s.nama, s.jenis]])} AS b
