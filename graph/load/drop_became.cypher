// title: Where the former kinerja of a unit went, to be written anew
// params: {skpd: kode of the unit, tahun: year}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(l:KinerjaLama|Kinerja)-[r:BECAME]->()
WHERE l.tahun = $tahun
DELETE r
