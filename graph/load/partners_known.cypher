// title: The units of its own government and the bodies that people keep, among whom a unit may name its partners
// params: {skpd: kode of the unit}
// returns: {jenis: SKPD or Mitra, kode: key, nama: name, alias: other spellings}
MATCH (:SKPD {kode: $skpd})-[:PART_OF]->(p:Pemda)
MATCH (p)<-[:PART_OF]-(n:SKPD)
RETURN 'SKPD' AS jenis, n.kode AS kode, n.nama AS nama, coalesce(n.alias, []) AS alias
UNION
MATCH (n:Mitra) WHERE coalesce(n.diatur, []) <> []
RETURN 'Mitra' AS jenis, n.kode AS kode, n.nama AS nama, coalesce(n.alias, []) AS alias
