// title: Kinerja of a unit and year, living and former, about which somebody decided a pair, or that have an edge of a decided one
// params: {skpd: kode of the unit, tahun: year}
// returns: {id: id}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(k:Kinerja|KinerjaLama {tahun: $tahun})
WHERE EXISTS { (k)-[:CROSSCUTS|PROPOSES_CROSSCUT|NOT_CROSSCUT]-() }
   OR EXISTS { (k)<-[:BECAME*0..8]-()<-[:ABOUT_PAIR]-() }
   OR (k:KinerjaLama AND EXISTS { (k)-[:MAY_CROSSCUT]-() })
RETURN k.id AS id
