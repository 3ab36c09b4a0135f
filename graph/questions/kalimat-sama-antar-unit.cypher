// title: Pernyataan mana yang sama di beberapa perangkat daerah?
// group: crosscutting
// description: >
//   Kinerja dengan kalimat yang sama di lebih dari satu perangkat daerah pada tahun itu. Kecamatan dan sekretariat banyak yang
//   memakai contoh yang sama; itu bukan kerja ganda. Kalimat yang sama di jenis perangkat daerah yang berbeda lebih patut
//   diperiksa, karena itu disebut dahulu. Tiap kalimat menyebut paling banyak 50 kinerja; jumlahnya tetap jumlah semuanya.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: {type: pemda, choices: pemda-lintas}, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kinerja: pernyataan
//   jumlah_unit: jumlah perangkat daerah
//   jumlah_jenis: jumlah jenis perangkat daerah
//   perangkat_daerah: nama
//   id: id kinerja menurut urutan yang sama
//   tingkat: tingkat menurut urutan yang sama
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH k.sidik AS sidik, count(*) AS banyak
WHERE banyak > 1
CALL (sidik) {
  MATCH (k:Kinerja {sidik: sidik})-[:OWNED_BY]->(s:SKPD)-[:PART_OF]->(:Pemda {kode: $pemda})
  WHERE k.tahun = $tahun
  RETURN count(DISTINCT s) AS jumlah_unit, count(DISTINCT s.jenis) AS jumlah_jenis
}
WITH sidik, jumlah_unit, jumlah_jenis
WHERE jumlah_unit > 1
CALL (sidik) {
  MATCH (k:Kinerja {sidik: sidik})-[:OWNED_BY]->(s:SKPD)-[:PART_OF]->(:Pemda {kode: $pemda})
  WHERE k.tahun = $tahun
  WITH s, k ORDER BY s.nama, k.urutan, k.id LIMIT 50
  RETURN min(k.uraian) AS kinerja, collect(s.nama) AS perangkat_daerah, collect(k.id) AS id, collect(k.tingkat) AS tingkat
}
RETURN kinerja, jumlah_unit, jumlah_jenis, perangkat_daerah, id, tingkat
ORDER BY jumlah_jenis DESC, jumlah_unit DESC, kinerja, id[0] LIMIT $batas
