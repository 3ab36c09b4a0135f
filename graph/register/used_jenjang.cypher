// title: How many kinerja stand on these levels, in units of their kind (the general ladder counts all kinds without one of their own)
// params: {kode: codes of Jenjang}
// returns: {kode: of the Jenjang, induk: always null, induk_nama: always null, dipakai: "{kinerja}"}
UNWIND $kode AS kode
MATCH (n:Jenjang {kode: kode})
RETURN kode, null AS induk, null AS induk_nama,
       {kinerja: COUNT {
         MATCH (s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
         WHERE k.tingkat = n.tingkat AND (s.jenis = n.jenis_unit OR
               n.jenis_unit = 'umum' AND NOT EXISTS { (j:Jenjang) WHERE j.jenis_unit = s.jenis })
       }} AS dipakai
