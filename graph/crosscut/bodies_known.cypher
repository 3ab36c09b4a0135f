// title: Bodies outside the units, those that were only detected among them
// returns: {kode: key, nama: name, alias: other spellings, terdeteksi: only a text names it}
MATCH (n:Mitra)
RETURN n.kode AS kode, n.nama AS nama, coalesce(n.alias, []) AS alias, n:Terdeteksi AS terdeteksi
