// title: Relationships as they were, whatever their type
// params: {isi: "list of {dari, ke, jenis, isi}: both ends as the server names them, type and all properties"}
// returns: {jumlah: how many were written}
UNWIND $isi AS row
MATCH (a) WHERE elementId(a) = row.dari
MATCH (b) WHERE elementId(b) = row.ke
CREATE (a)-[r:$(row.jenis)]->(b)
SET r = row.isi
RETURN count(r) AS jumlah
