// title: Perangkat daerah mana yang belum menetapkan crosscutting?
// group: crosscutting
// description: >
//   Perangkat daerah dengan dokumen pada tahun itu yang belum punya satu pun crosscutting yang disepakati, dengan berapa yang
//   menunggu kata orang. Mitra tertulis adalah badan atau perangkat daerah yang disebut dokumennya sendiri. Tiga bacaan:
//   disepakati, kata satu pihak, terdeteksi; yang lemah tidak dihitung.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: pemda, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   jumlah_kinerja: jumlah
//   mitra_tertulis: jumlah kinerja yang dokumennya menyebut mitra
//   satu_pihak: jumlah pasangan
//   terdeteksi: jumlah pasangan
//   ditolak: jumlah pasangan
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH s, count(k) AS jumlah_kinerja, sum(COUNT { (k)-[:CROSSCUTS]-() }) AS disepakati,
     sum(CASE WHEN EXISTS { (k)-[:NAMES]->() } THEN 1 ELSE 0 END) AS mitra_tertulis,
     sum(COUNT { (k)-[:PROPOSES_CROSSCUT]-() }) AS satu_pihak,
     sum(COUNT { (k)-[r:MAY_CROSSCUT]-() WHERE coalesce(r.pita, '') <> 'lemah' }) AS terdeteksi,
     sum(COUNT { (k)-[:NOT_CROSSCUT]-() }) AS ditolak
WHERE disepakati = 0
RETURN s.kode AS kode_unit, s.nama AS perangkat_daerah, jumlah_kinerja, mitra_tertulis, satu_pihak, terdeteksi, ditolak
ORDER BY satu_pihak + terdeteksi, perangkat_daerah, kode_unit LIMIT $batas
