// title: Dengan siapa sebuah perangkat daerah bersinggungan, dan soal apa?
// group: crosscutting
// description: >
//   Pasangan crosscutting kinerja sebuah perangkat daerah dengan kinerja, perangkat daerah, atau badan lain. Terdeteksi berarti
//   hanya dihitung dari kalimatnya dan belum dilihat orang; satu pihak berarti satu sisi mengusulkan; disepakati berarti kedua
//   sisi setuju. Yang lemah (pita lemah) tidak disebut.
// params: {unit: Perangkat daerah, tahun: Tahun, status: Status, kata: Kata dalam pernyataan, batas: Baris paling banyak}
// inputs:
//   unit: {type: unit, choices: unit-lintas}
//   tahun: tahun
//   status:
//     type: pilihan
//     default: semua
//     choices: {semua: "semua, kecuali yang ditolak", MAY_CROSSCUT: terdeteksi, PROPOSES_CROSSCUT: satu pihak, CROSSCUTS: disepakati, NOT_CROSSCUT: ditolak}
//   kata: {type: teks, default: "", wajib: false}
// returns:
//   status: terdeteksi, satu pihak, disepakati, atau ditolak
//   jenis: duplikat, melengkapi, atau mitra
//   skor: kemiripan 0 sampai 1
//   id: id kinerja perangkat daerah ini
//   kinerja: pernyataan
//   tingkat: tingkat
//   pihak_lain: perangkat daerah atau badan
//   kode_pihak_lain: kodenya
//   id_lain: id kinerja pihak lain, bila kinerja
//   kinerja_lain: pernyataannya
//   tingkat_lain: tingkatnya
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(o:Kinerja|SKPD|Mitra)
WHERE (type(r) = $status OR $status = 'semua' AND type(r) <> 'NOT_CROSSCUT')
  AND (type(r) <> 'MAY_CROSSCUT' OR coalesce(r.pita, '') <> 'lemah')
  AND (toLower(k.uraian) CONTAINS toLower(trim($kata)) OR toLower(coalesce(o.uraian, o.nama)) CONTAINS toLower(trim($kata)))
OPTIONAL MATCH (o)-[:OWNED_BY]->(t:SKPD)
WITH k, r, o, coalesce(t, o) AS pihak
RETURN CASE type(r)
         WHEN 'CROSSCUTS' THEN 'disepakati'
         WHEN 'PROPOSES_CROSSCUT' THEN 'satu pihak'
         WHEN 'MAY_CROSSCUT' THEN 'terdeteksi'
         ELSE 'ditolak'
       END AS status, r.jenis AS jenis, round(r.skor, 3) AS skor, k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat,
       pihak.nama AS pihak_lain, pihak.kode AS kode_pihak_lain, o.id AS id_lain, o.uraian AS kinerja_lain, o.tingkat AS tingkat_lain
ORDER BY CASE type(r) WHEN 'CROSSCUTS' THEN 0 WHEN 'PROPOSES_CROSSCUT' THEN 1 WHEN 'MAY_CROSSCUT' THEN 2 ELSE 3 END,
         coalesce(r.skor, 0.0) DESC, k.urutan, id, kode_pihak_lain, id_lain LIMIT $batas
