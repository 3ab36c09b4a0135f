// title: Partners that no person has named are called as the newest document prints them first, else as the newest word about them does
MATCH (n:Mitra) WHERE coalesce(n.diatur, []) = [] AND NOT n:Terdeteksi
CALL (n) {
  MATCH (n)<-[r:NAMES]-(k:Kinerja)
  RETURN r.nama AS cetak ORDER BY k.tahun DESC, k.id, r.urutan LIMIT 1
  UNION
  MATCH (n)<-[r:ABOUT_PAIR]-(k:Keputusan) WHERE NOT EXISTS { (n)<-[:NAMES]-(:Kinerja) }
  RETURN r.nama AS cetak ORDER BY k.urut DESC LIMIT 1
}
SET n.nama = cetak
