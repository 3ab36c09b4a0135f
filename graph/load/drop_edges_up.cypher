// title: Take away what leaves the kinerja of a unit and year, to be written anew (owners, partners, components and decisions stay)
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(k:Kinerja {tahun: $tahun})-[r:CAUSES|ASSIGNED_TO|PLANNED_AS|NAMES]->()
DELETE r
