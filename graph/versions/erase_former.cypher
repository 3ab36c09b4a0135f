// title: Former kinerja of a unit and year
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(k:KinerjaLama {tahun: $tahun})
DETACH DELETE k
