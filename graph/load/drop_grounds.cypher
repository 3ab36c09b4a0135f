// title: Take away the CSF and grounds of a unit and year, to be written anew
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(k:Kinerja {tahun: $tahun})<-[:RAISES|GROUNDS]-(n)
WITH DISTINCT n
DETACH DELETE n
