// title: Positions of a unit that only this year's document names and that no person has touched
// params: {skpd: kode of the unit, tahun: year}
// returns: {jabatan: names, revisi: number of the last write}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN COLLECT {
         MATCH (:SKPD {kode: $skpd})<-[:IN_UNIT]-(j:Jabatan)
         WHERE coalesce(j.diatur, []) = [] AND NOT EXISTS { (j)<-[:ASSIGNED_TO]-(k:Kinerja) WHERE k.tahun <> $tahun }
         RETURN j.nama ORDER BY j.nama
       } AS jabatan,
       coalesce(m.revisi, 0) AS revisi
