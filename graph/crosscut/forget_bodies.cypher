// title: Bodies that were only detected, before a person makes entries of their own with these keys; a recompute finds them again
// params: {kode: keys}
UNWIND $kode AS kode
MATCH (n:Terdeteksi {kode: kode})
DETACH DELETE n
