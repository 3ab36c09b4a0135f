// title: Components that only documents know are called as the newest one prints them first
// params: {kode: codes of the Komponen that were written}
UNWIND $kode AS kode
MATCH (n:Komponen {kode: kode, dari: 'dokumen'}) WHERE n.diatur = []
CALL (n) {
  MATCH (n)<-[r:PLANNED_AS {asal: 'tersurat'}]-(k:Kinerja)
  RETURN r.nama AS nama, r.jenis AS jenis ORDER BY k.tahun DESC, k.id LIMIT 1
}
SET n.nama = nama, n.jenis = jenis
