// title: Components that only documents knew, and none states any more
// params: {kode: codes of Komponen that may be left over}
UNWIND $kode AS kode
MATCH (n:Komponen {kode: kode, dari: 'dokumen'})
WHERE n.diatur = [] AND NOT EXISTS { (n)<-[:PLANNED_AS]-() }
DETACH DELETE n
