// title: How many units belong to these governments
// params: {kode: codes of Pemda}
// returns: {kode: of the Pemda, induk: always null, induk_nama: always null, dipakai: "{perangkat daerah}"}
UNWIND $kode AS kode
MATCH (n:Pemda {kode: kode})
RETURN kode, null AS induk, null AS induk_nama, {`perangkat daerah`: COUNT { (n)<-[:PART_OF]-(:SKPD) }} AS dipakai
