// title: Berapa pasangan crosscutting antara tiap dua perangkat daerah?
// group: crosscutting
// description: >
//   Matriks crosscutting sebagai daftar: satu baris untuk dua perangkat daerah, atau perangkat daerah dan badan luar, yang
//   bersinggungan. Tiga hitungan menurut tiga bacaan: disepakati kedua pihak, kata satu pihak, dan baru terdeteksi (tanpa
//   yang lemah). Yang ditolak tidak dihitung. Pasangan bersama kalimat yang sama dihitung satu per satu di sini, sedangkan
//   halaman Matriks melipatnya.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: {type: pemda, choices: pemda-lintas}, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   kode_pihak_lain: kode
//   pihak_lain: perangkat daerah atau badan luar
//   disepakati: jumlah pasangan
//   satu_pihak: jumlah pasangan
//   terdeteksi: jumlah pasangan
//   jumlah: jumlah ketiganya
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]->(o:Kinerja|SKPD|Mitra)
WHERE type(r) <> 'MAY_CROSSCUT' OR coalesce(r.pita, '') <> 'lemah'
OPTIONAL MATCH (o)-[:OWNED_BY]->(t:SKPD)
WITH r, s, coalesce(t, o) AS l
WITH r, CASE WHEN l:Mitra OR s.nama <= l.nama THEN s ELSE l END AS a, CASE WHEN l:Mitra OR s.nama <= l.nama THEN l ELSE s END AS b
RETURN a.kode AS kode_unit, a.nama AS perangkat_daerah, b.kode AS kode_pihak_lain, b.nama AS pihak_lain,
       sum(CASE type(r) WHEN 'CROSSCUTS' THEN 1 ELSE 0 END) AS disepakati,
       sum(CASE type(r) WHEN 'PROPOSES_CROSSCUT' THEN 1 ELSE 0 END) AS satu_pihak,
       sum(CASE type(r) WHEN 'MAY_CROSSCUT' THEN 1 ELSE 0 END) AS terdeteksi, count(*) AS jumlah
ORDER BY disepakati DESC, satu_pihak DESC, terdeteksi DESC, perangkat_daerah, pihak_lain, kode_unit, kode_pihak_lain LIMIT $batas
