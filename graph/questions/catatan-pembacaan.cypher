// title: Apa yang dicatat sewaktu dokumen dibaca?
// group: bukti
// description: >
//   Catatan atas versi dokumen yang berlaku: pertentangan, perbaikan baca, dan sel yang tidak dipakai, dengan tempat dan
//   sarannya. Terbuka berarti masih menunggu putusan orang. Ini catatan pembacaan, bukan temuan audit.
// params: {unit: Perangkat daerah, tahun: Tahun, status: Status, batas: Baris paling banyak}
// inputs:
//   unit: unit
//   tahun: tahun
//   status: {type: pilihan, default: semua, choices: {semua: semua catatan, terbuka: hanya yang terbuka}}
// returns:
//   keparahan: error, peringatan, atau info
//   kode: kode catatan
//   tempat: tempat dalam dokumen
//   pesan: apa yang dicatat
//   saran: apa yang sebaiknya dilakukan
//   terbuka: ya atau tidak
//   id: id kinerja yang dicatat
//   id_catatan: id catatan
MATCH (:SKPD {kode: $unit})-[:HAS_DOCUMENT]->(d:Dokumen {tahun: $tahun})-[:CURRENT]->(:Versi)<-[:IN_VERSION]-(i:Isu)
WHERE $status = 'semua' OR i.terbuka
RETURN i.keparahan AS keparahan, i.kode AS kode, i.tempat AS tempat, i.pesan AS pesan, i.saran AS saran,
       CASE WHEN i.terbuka THEN 'ya' ELSE 'tidak' END AS terbuka,
       COLLECT { MATCH (i)-[:CONCERNS]->(k:Kinerja) RETURN k.id ORDER BY k.id LIMIT 10 } AS id, i.id AS id_catatan
ORDER BY CASE i.keparahan WHEN 'error' THEN 0 WHEN 'peringatan' THEN 1 ELSE 2 END, i.kode, i.nomor, id_catatan LIMIT $batas
