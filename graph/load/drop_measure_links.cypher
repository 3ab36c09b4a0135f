// title: Part the indicators of a unit and year from their measures, to be joined anew
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(:Indikator {tahun: $tahun})-[r:SAME_MEASURE]->()
DELETE r
