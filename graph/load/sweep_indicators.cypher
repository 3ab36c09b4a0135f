// title: Indicators of a unit and year that measure nothing any more
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(i:Indikator {tahun: $tahun})
WHERE NOT EXISTS { (i)-[:MEASURES]->() }
DETACH DELETE i
