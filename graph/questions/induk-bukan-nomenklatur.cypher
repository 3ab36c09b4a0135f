// title: Kinerja mana yang induknya bukan induk menurut nomenklatur?
// group: jabatan
// description: >
//   Kinerja yang kode komponennya tidak berada di bawah kode komponen kinerja di atasnya. Biasanya salah satunya salah induk
//   atau salah kode; kadang memang disengaja. Ejaan kode disamakan dahulu: 7.01.02.2.04.03 sama dengan 7.01.02.2.04.0003.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: {type: pemda, choices: pemda-lintas}, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   id: id kinerja
//   kinerja: pernyataan
//   kode_komponen: kode yang ditulis
//   id_induk: id kinerja di atas
//   induk: pernyataannya
//   kode_komponen_induk: kode yang ditulis
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[:PLANNED_AS]->(c:Komponen)
MATCH (k)-[:CAUSES]->(e:Kinerja)-[:PLANNED_AS]->(d:Komponen)
WITH s, k, c, e, d, [x IN split(c.kode, '.') | toInteger(x)] AS bawah, [x IN split(d.kode, '.') | toInteger(x)] AS atas
WHERE bawah[..size(atas)] <> atas OR size(bawah) <= size(atas)
RETURN s.kode AS kode_unit, s.nama AS perangkat_daerah, k.id AS id, k.uraian AS kinerja, c.kode AS kode_komponen,
       e.id AS id_induk, e.uraian AS induk, d.kode AS kode_komponen_induk
ORDER BY perangkat_daerah, k.urutan, id, id_induk, kode_komponen, kode_komponen_induk LIMIT $batas
