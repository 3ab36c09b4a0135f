// title: How many overlaps of a government and year, or of one of its units, there are of each state; one sentence in units of one kind counts once
// params: {pemda: kode of a Pemda, tahun: year, unit: kode of an SKPD or empty, lawan: kode of another SKPD or of a Mitra or empty, kata: words in small letters that must all occur}
// returns: {tipe: type of the relationship, arah: "of a proposal seen from the unit: masuk, keluar; else empty", jenis: kind, pita: band or null, ragu: a side is unsure, ulang: asked again, cocok: all the words occur, banyak: how many}
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
WHERE $lawan = '' OR b.kode = $lawan OR any(e IN [a, b] WHERE EXISTS { (e)-[:OWNED_BY]->(:SKPD {kode: $lawan}) })
WITH r, tipe, arah, ragu, ulang,
     $kata = [] OR all(w IN $kata WHERE toLower(a.uraian + ' ' + coalesce(b.uraian, b.nama) + ' ' + coalesce(r.alasan, '')) CONTAINS w) AS cocok,
     a.id + '~' + coalesce(b.id, CASE WHEN b:SKPD THEN 'skpd:' ELSE 'mitra:' END + b.kode) AS pasangan
RETURN tipe, arah, r.jenis AS jenis, r.pita AS pita, ragu, ulang, cocok,
       count(DISTINCT CASE WHEN ragu OR ulang THEN pasangan ELSE coalesce(r.kelompok, pasangan) END) AS banyak
