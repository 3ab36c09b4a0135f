// title: Positions of a unit that no person has named are called as their newest document prints them first
// params: {skpd: kode of the unit}
MATCH (:SKPD {kode: $skpd})<-[:IN_UNIT]-(j:Jabatan)<-[a:ASSIGNED_TO]-(k:Kinerja)
WHERE j.diatur = [] AND a.nama IS NOT NULL
WITH j, a.nama AS nama ORDER BY k.tahun DESC, a.urutan
WITH j, collect(nama) AS semua
SET j.nama = semua[0]
