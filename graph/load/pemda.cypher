// title: Every pemda (one of one's own, and the examples')
// returns: {kode: key, nama: name, contoh: an example}
MATCH (p:Pemda)
RETURN p.kode AS kode, p.nama AS nama, coalesce(p.contoh, false) AS contoh
ORDER BY kode
