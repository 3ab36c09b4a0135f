// title: With what a kinerja is in a crosscutting pair already, in whatever state
// params: {id: id of a Kinerja, banyak: rows to return}
// returns: {kunci: "the other end, an id, skpd:kode or mitra:kode", tipe: type of the relationship}
MATCH (k:Kinerja {id: $id})-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(o)
RETURN CASE WHEN o:Kinerja THEN o.id WHEN o:SKPD THEN 'skpd:' + o.kode ELSE 'mitra:' + o.kode END AS kunci, type(r) AS tipe
ORDER BY kunci, tipe LIMIT $banyak
