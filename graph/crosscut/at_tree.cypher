// title: Partners of the kinerja of a unit and year, for the marks at the boxes of its tree
// params: {kode: kode of the SKPD, tahun: year, keadaan: types of relationship that are wanted}
// returns: {id: id of the kinerja, nama: name of the partner, luar: it is no unit of the government, tipe: type, banyak: pairs of this kinerja with it}
MATCH (:SKPD {kode: $kode})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]-(o)
WHERE type(r) IN $keadaan AND (type(r) <> 'MAY_CROSSCUT' OR r.pita IS NULL OR r.pita <> 'lemah')
OPTIONAL MATCH (o)-[:OWNED_BY]->(u:SKPD)
WITH k, coalesce(u, o) AS mitra, type(r) AS tipe, count(*) AS banyak
RETURN k.id AS id, mitra.nama AS nama, mitra:Mitra AS luar, tipe, banyak
ORDER BY id, CASE tipe WHEN 'CROSSCUTS' THEN 0 WHEN 'PROPOSES_CROSSCUT' THEN 1 ELSE 2 END, luar, nama
