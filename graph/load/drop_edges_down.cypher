// title: Take away what points at the kinerja of a unit and year, to be written anew (decisions stay)
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(k:Kinerja {tahun: $tahun})<-[r:MEASURES|STATES]-()
DELETE r
