// title: What hangs on these partners
// params: {kode: codes of Mitra}
// returns: {kode: of the Mitra, induk: always null, induk_nama: always null, dipakai: "{hubungan}"}
UNWIND $kode AS kode
MATCH (n:Mitra {kode: kode})
RETURN kode, null AS induk, null AS induk_nama, {hubungan: COUNT { (n)--() }} AS dipakai
