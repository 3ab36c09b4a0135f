// title: The pairs of two rows of the matrix, agreed ones first
// params: {pemda: kode of a Pemda, tahun: year, jenis: kinds that are wanted or an empty list for all, pita: bands of detected pairs that are wanted, lipat: kinds of unit that stand in one row, badan: all bodies stand in one row, dua: "the two rows in order, each the kode of a unit, jenis:<kind>, mitra:<kode>, or mitra", banyak: rows to return}
// returns: {total: rows in all, isi: "the rows, each {a, b, tipe, r, banyak}: both ends, type and properties of the relationship, pairs of the same sentences"}
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]->(o)
WHERE ($jenis = [] OR r.jenis IN $jenis) AND (type(r) <> 'MAY_CROSSCUT' OR r.pita IS NULL OR r.pita IN $pita)
OPTIONAL MATCH (o)-[:OWNED_BY]->(t:SKPD)
WITH k, r, o, [e IN [s, coalesce(t, o)] | CASE
  WHEN e:Mitra AND $badan THEN 'mitra'
  WHEN e:Mitra THEN 'mitra:' + e.kode
  WHEN e.jenis IN $lipat THEN 'jenis:' + e.jenis
  ELSE e.kode END] AS dua
WITH k AS a, r, o AS b, type(r) AS tipe WHERE dua = $dua OR dua = [$dua[1], $dua[0]]
WITH a, r, b, tipe, CASE WHEN r.ragu OR r.ulang THEN elementId(r) ELSE coalesce(r.kelompok, elementId(r)) END AS kelompok
ORDER BY coalesce(r.skor, 0) DESC, a.id, coalesce(b.id, b.kode)
WITH kelompok, tipe, head(collect({r: r, a: a, b: b})) AS satu, count(*) AS banyak
WITH tipe, satu.r AS r, satu.a AS a, satu.b AS b, banyak
ORDER BY CASE tipe WHEN 'CROSSCUTS' THEN 0 WHEN 'PROPOSES_CROSSCUT' THEN 1 ELSE 2 END, coalesce(r.skor, 0) DESC, a.id
WITH collect({
  tipe: tipe, r: properties(r), banyak: banyak,
  a: {id: a.id, teks: a.uraian, tingkat: a.tingkat, urut_tingkat: a.urut_tingkat,
      unit: head([(a)-[:OWNED_BY]->(u) | [u.kode, u.nama, u.jenis]])},
  b: {id: coalesce(b.id, b.kode), teks: coalesce(b.uraian, b.nama), tingkat: b.tingkat, urut_tingkat: b.urut_tingkat,
      mitra: b:Mitra, skpd: b:SKPD, unit: head([(b)-[:OWNED_BY]->(u) | [u.kode, u.nama, u.jenis]])}
}) AS daftar
RETURN size(daftar) AS total, daftar[..$banyak] AS isi
