// title: Partners that no person has named are called as the newest document prints them first
MATCH (n:Mitra) WHERE coalesce(n.diatur, []) = []
CALL (n) {
  MATCH (n)<-[r:NAMES]-(k:Kinerja)
  RETURN r.nama AS nama ORDER BY k.tahun DESC, k.id, r.urutan LIMIT 1
}
SET n.nama = nama
