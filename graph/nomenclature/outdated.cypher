// title: Entries that the newest list has no more, but that something still names
// params: {kode: codes}
UNWIND $kode AS kode
MATCH (n:Komponen {kode: kode})
SET n.usang = true
