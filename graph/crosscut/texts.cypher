// title: What the kinerja of a government and year say, for whoever looks for words in them
// params: {pemda: kode of the Pemda, tahun: year}
// returns: {id: id, unit: kode of its unit, nama_unit: its name, uraian: statement, indikator: names of its indicators, induk: ids of its effects}
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja {tahun: $tahun})
RETURN k.id AS id, s.kode AS unit, s.nama AS nama_unit, k.uraian AS uraian,
       [(k)<-[:MEASURES]-(i:Indikator) | i.nama] AS indikator,
       [(k)-[:CAUSES]->(e:Kinerja) | e.id] AS induk
ORDER BY k.id
