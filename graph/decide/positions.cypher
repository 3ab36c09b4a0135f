// title: Every position of a unit
// params: {skpd: kode of the unit}
// returns: {kode: kode, nama: name}
MATCH (:SKPD {kode: $skpd})<-[:IN_UNIT]-(j:Jabatan)
RETURN j.kode AS kode, j.nama AS nama
ORDER BY nama, kode
