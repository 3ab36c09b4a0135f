// title: The measures that indicators of a unit and year are joined to
// params: {skpd: kode of the unit, tahun: year}
// returns: {nama_baku: normalised name}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(:Indikator {tahun: $tahun})-[:SAME_MEASURE]->(u:Ukuran)
RETURN DISTINCT u.nama_baku AS nama_baku
