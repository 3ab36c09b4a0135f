// title: Measures that no indicator is joined to any more
// params: {nama_baku: list of normalised names that may be left over}
UNWIND $nama_baku AS nama
MATCH (u:Ukuran {nama_baku: nama})
WHERE NOT EXISTS { (u)<-[:SAME_MEASURE]-() }
DELETE u
