// title: Usulan crosscutting mana yang belum disetujui?
// group: crosscutting
// description: >
//   Pasangan yang baru dikatakan satu pihak dan menunggu jawaban pihak lain. Dengan "yang terdeteksi", ditambah pasangan
//   yang baru dihitung dari kalimatnya dengan kemiripan paling sedikit sebesar ambang; itu dugaan, belum usulan siapa pun.
//   Badan yang hanya disebut, tanpa skor, tidak termasuk dugaan itu.
// params: {pemda: Pemerintah daerah, tahun: Tahun, status: Yang ditampilkan, ambang: Kemiripan paling sedikit, batas: Baris paling banyak}
// inputs:
//   pemda: {type: pemda, choices: pemda-lintas}
//   tahun: {type: tahun, choices: tahun-pemda}
//   status: {type: pilihan, default: semua, choices: {semua: usulan satu pihak dan yang terdeteksi, usulan: hanya usulan satu pihak}}
//   ambang: {type: bilangan, default: 0.5, min: 0.0, max: 1.0}
// returns:
//   status: satu pihak, atau terdeteksi
//   jenis: duplikat, melengkapi, atau mitra
//   skor: kemiripan 0 sampai 1
//   pihak: kode yang mengusulkan
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   id: id kinerja
//   kinerja: pernyataan
//   kode_pihak_lain: kode
//   pihak_lain: perangkat daerah atau badan
//   id_lain: id kinerja pihak lain, bila kinerja
//   kinerja_lain: pernyataannya
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT]->(o:Kinerja|SKPD|Mitra)
WHERE type(r) = 'PROPOSES_CROSSCUT' OR $status = 'semua' AND r.skor >= $ambang
OPTIONAL MATCH (o)-[:OWNED_BY]->(t:SKPD)
WITH s, k, r, o, coalesce(t, o) AS lain
RETURN CASE type(r) WHEN 'MAY_CROSSCUT' THEN 'terdeteksi' ELSE 'satu pihak' END AS status, r.jenis AS jenis, round(r.skor, 3) AS skor,
       r.pihak AS pihak, s.kode AS kode_unit, s.nama AS perangkat_daerah, k.id AS id, k.uraian AS kinerja,
       lain.kode AS kode_pihak_lain, lain.nama AS pihak_lain, o.id AS id_lain, o.uraian AS kinerja_lain
ORDER BY type(r) DESC, coalesce(r.skor, 0.0) DESC, id, kode_pihak_lain, id_lain LIMIT $batas
