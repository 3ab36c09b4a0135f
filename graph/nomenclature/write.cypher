// title: Entries of a nomenclature, new or as they are called now
// params: {entri: "list of {kode, isi}: code, and the properties to set"}
UNWIND $entri AS e
MERGE (n:Komponen {kode: e.kode})
SET n += e.isi
REMOVE n.usang, n.dari
