// title: How many pairs each two units of a government and year have, by state; the units, and the bodies that are at an end
// params: {pemda: kode of a Pemda, tahun: year, jenis: kinds that are wanted or an empty list for all, pita: bands of detected pairs that are wanted, lipat: kinds of unit that stand in one row, badan: all bodies stand in one row}
// returns: {unit: "list of {kode, nama, jenis, kinerja: how many in that year}", mitra: "bodies at an end, list of {kode, nama, jenis}", sel: "list of [row, column, type, pairs]: a row is the kode of a unit, jenis:<kind>, mitra:<kode>, or mitra; once for two rows"}
CALL () {
  MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)
  WITH s ORDER BY s.nama, s.kode
  RETURN collect({kode: s.kode, nama: s.nama, jenis: s.jenis, kinerja: COUNT { (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = $tahun }}) AS unit
}
CALL () {
  MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
  WHERE k.tahun = $tahun
  MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]->(o)
  WHERE ($jenis = [] OR r.jenis IN $jenis) AND (type(r) <> 'MAY_CROSSCUT' OR r.pita IS NULL OR r.pita IN $pita)
  OPTIONAL MATCH (o)-[:OWNED_BY]->(t:SKPD)
  WITH r, o, [e IN [s, coalesce(t, o)] | CASE
    WHEN e:Mitra AND $badan THEN 'mitra'
    WHEN e:Mitra THEN 'mitra:' + e.kode
    WHEN e.jenis IN $lipat THEN 'jenis:' + e.jenis
    ELSE e.kode END] AS dua
  WITH r, o, CASE WHEN dua[0] <= dua[1] THEN dua ELSE [dua[1], dua[0]] END AS dua
  WITH dua, type(r) AS tipe, count(DISTINCT CASE WHEN r.ragu OR r.ulang THEN elementId(r) ELSE coalesce(r.kelompok, elementId(r)) END) AS banyak,
       [m IN collect(DISTINCT o) WHERE m:Mitra] AS mitra
  WITH collect([dua[0], dua[1], tipe, banyak]) AS sel, collect(mitra) AS semua
  RETURN sel, [m IN reduce(all = [], some IN semua | all + [m IN some WHERE NOT m IN all]) | {kode: m.kode, nama: m.nama, jenis: m.jenis}] AS mitra
}
RETURN unit, mitra, sel
