// title: Seperti apa gambar crosscutting sebuah perangkat daerah?
// group: crosscutting
// description: >
//   Kinerja sebuah perangkat daerah dengan pasangan crosscutting-nya, satu pasangan sebaris, yang disepakati dahulu, untuk
//   dilihat sebagai gambar. Jenis garis: CROSSCUTS disepakati, PROPOSES_CROSSCUT kata satu pihak, MAY_CROSSCUT terdeteksi.
//   Yang lemah dan yang ditolak tidak digambar.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: {type: unit, choices: unit-lintas}, tahun: tahun}
// draws: true
// returns:
//   kinerja: kinerja perangkat daerah ini
//   hubungan: pasangan crosscutting
//   lain: kinerja, perangkat daerah, atau badan lain
//   perangkat_daerah_lain: pemilik kinerja lain itu
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(kinerja:Kinerja)
WHERE kinerja.tahun = $tahun
MATCH (kinerja)-[hubungan:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]-(lain:Kinerja|SKPD|Mitra)
WHERE type(hubungan) <> 'MAY_CROSSCUT' OR coalesce(hubungan.pita, '') <> 'lemah'
RETURN kinerja, hubungan, lain, head(COLLECT { MATCH (lain)-[:OWNED_BY]->(s:SKPD) RETURN s.nama }) AS perangkat_daerah_lain
ORDER BY CASE type(hubungan) WHEN 'CROSSCUTS' THEN 0 WHEN 'PROPOSES_CROSSCUT' THEN 1 ELSE 2 END,
         coalesce(hubungan.skor, 0.0) DESC, kinerja.urutan, coalesce(lain.id, lain.kode) LIMIT $batas
