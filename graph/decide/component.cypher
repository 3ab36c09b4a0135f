// title: A planning component by its code
// params: {kode: kode of a Komponen}
// returns: {nama: name}
MATCH (k:Komponen {kode: $kode})
RETURN k.nama AS nama
