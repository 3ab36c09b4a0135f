// title: Positions of a unit that no document names any more and no person has touched
// params: {skpd: kode of the unit}
MATCH (:SKPD {kode: $skpd})<-[:IN_UNIT]-(j:Jabatan)
WHERE coalesce(j.diatur, []) = [] AND NOT EXISTS { (j)<-[:ASSIGNED_TO]-() }
DETACH DELETE j
