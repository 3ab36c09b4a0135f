// title: How many kinerja stand on these levels, in units of their kind
// params: {kode: codes of Jenjang}
// returns: {kode: of the Jenjang, induk: always null, induk_nama: always null, dipakai: "{kinerja}"}
UNWIND $kode AS kode
MATCH (n:Jenjang {kode: kode})
RETURN kode, null AS induk, null AS induk_nama,
       {kinerja: COUNT {
         MATCH (s:SKPD)<-[:OWNED_BY]-(k:Kinerja) WHERE s.jenis = n.jenis_unit AND k.tingkat = n.tingkat
       }} AS dipakai
