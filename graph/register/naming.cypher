// title: Which documents name which partners
// returns: {id: id of the Dokumen, nama: names as printed, kode: keys of the partners}
MATCH (s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
MATCH (s)<-[:OWNED_BY]-(k:Kinerja)-[r:NAMES]->(n:Mitra|SKPD) WHERE k.tahun = d.tahun
WITH d, collect(DISTINCT r.nama) AS nama, collect(DISTINCT n.kode) AS kode
RETURN d.id AS id, nama, kode
ORDER BY id
