// title: What hangs on these positions, and the unit they stand in
// params: {kode: codes of Jabatan}
// returns: {kode: of the Jabatan, induk: code of its SKPD or null, induk_nama: its name, dipakai: "{kinerja}"}
UNWIND $kode AS kode
MATCH (n:Jabatan {kode: kode})
OPTIONAL MATCH (n)-[:IN_UNIT]->(p:SKPD)
RETURN kode, p.kode AS induk, p.nama AS induk_nama, {kinerja: COUNT { (n)<-[:ASSIGNED_TO]-(:Kinerja) }} AS dipakai
