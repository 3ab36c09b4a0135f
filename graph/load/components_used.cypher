// title: The components of a unit and year, before they are written anew
// params: {skpd: kode of the unit, tahun: year}
// returns: {kode: kode of the Komponen}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(:Kinerja {tahun: $tahun})-[:PLANNED_AS]->(n:Komponen)
RETURN DISTINCT n.kode AS kode
