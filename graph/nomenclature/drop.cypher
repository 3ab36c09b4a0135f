// title: Entries that the newest list has no more, and that nothing names
// params: {kode: codes}
UNWIND $kode AS kode
MATCH (n:Komponen {kode: kode})
DETACH DELETE n
