// title: How many kinerja are planned as these components
// params: {kode: codes of Komponen}
// returns: {kode: of the Komponen, induk: always null, induk_nama: always null, dipakai: "{kinerja}"}
UNWIND $kode AS kode
MATCH (n:Komponen {kode: kode})
RETURN kode, null AS induk, null AS induk_nama, {kinerja: COUNT { (n)<-[:PLANNED_AS]-(:Kinerja) }} AS dipakai
