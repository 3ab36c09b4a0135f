// title: The positions of a unit that a person has touched, under every name they have
// params: {kode: kode of the SKPD}
// returns: {jabatan: kode, nama: name, alias: other spellings}
MATCH (:SKPD {kode: $kode})<-[:IN_UNIT]-(j:Jabatan) WHERE coalesce(j.diatur, []) <> []
RETURN j.kode AS jabatan, j.nama AS nama, coalesce(j.alias, []) AS alias
ORDER BY jabatan
