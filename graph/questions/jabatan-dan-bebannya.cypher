// title: Berapa kinerja yang dipegang tiap jabatan?
// group: jabatan
// description: >
//   Semua jabatan perangkat daerah yang dikenal graf, dengan jumlah kinerja pada tahun itu dan di berapa tingkat. Angka 0:
//   jabatan itu ada di register atau di tahun lain, tetapi tidak memegang kinerja tahun ini. Jabatan yang tidak disebut
//   dokumen mana pun dan tidak ditambahkan di register tidak dikenal, jadi tidak tampak.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   kode_jabatan: kode jabatan
//   jabatan: nama
//   kelas: kelas menurut register
//   jumlah_kinerja: jumlah
//   sendiri: jumlah yang tidak berbagi dengan jabatan lain
//   tingkat: tingkat yang dipegang dari atas
//   atas_dan_bawah: jumlah kinerja yang akibat langsungnya dipegang jabatan yang sama
MATCH (:SKPD {kode: $unit})<-[:IN_UNIT]-(j:Jabatan)
OPTIONAL MATCH (j)<-[:ASSIGNED_TO]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH j, k ORDER BY k.urut_tingkat
WITH j, count(k) AS jumlah_kinerja, collect(DISTINCT k.tingkat) AS tingkat,
     sum(CASE WHEN COUNT { (k)-[:ASSIGNED_TO]->() } = 1 THEN 1 ELSE 0 END) AS sendiri,
     sum(CASE WHEN EXISTS { (k)-[:CAUSES]->(:Kinerja)-[:ASSIGNED_TO]->(j) } THEN 1 ELSE 0 END) AS atas_dan_bawah
RETURN j.kode AS kode_jabatan, j.nama AS jabatan, j.kelas AS kelas, jumlah_kinerja, sendiri, tingkat, atas_dan_bawah
ORDER BY jumlah_kinerja, jabatan, kode_jabatan LIMIT $batas
