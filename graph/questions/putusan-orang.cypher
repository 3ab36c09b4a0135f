// title: Apa saja yang diputuskan orang, kapan, dan mengapa?
// group: bukti
// description: >
//   Putusan atas dokumen dan kinerja sebuah perangkat daerah, juga yang dibatalkan kemudian, yang terbaru dahulu. Orang
//   disebut menurut nama akunnya. Nomor urut tidak pernah terlompat di seluruh graf, tetapi di sini hanya milik unit ini.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   urut: nomor urut putusan
//   pada: waktu
//   oleh: nama akun
//   jenis: jenis putusan
//   id: id yang diputuskan
//   tentang: pernyataan atau judulnya
//   isi: isi putusan
//   alasan: alasan yang ditulis
//   dibatalkan: ya atau tidak
MATCH (s:SKPD {kode: $unit})
CALL (s) {
  MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen {tahun: $tahun})<-[:ABOUT]-(p)
  RETURN p, d AS n, d.id AS id, d.judul AS tentang
  UNION
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja|KinerjaLama)<-[:ABOUT|ABOUT_PAIR]-(p)
  WHERE k.tahun = $tahun
  RETURN p, k AS n, k.id AS id, k.uraian AS tentang
}
RETURN p.urut AS urut, p.pada AS pada, p.oleh AS oleh, p.jenis AS jenis, id, tentang, p.isi AS isi, p.alasan AS alasan,
       CASE WHEN EXISTS { (n)<-[:ABOUT|ABOUT_PAIR]-(q) WHERE q.membatalkan = p.id } THEN 'ya' ELSE 'tidak' END AS dibatalkan
ORDER BY urut DESC, id LIMIT $batas
