// title: Seperti apa gambar pohon kinerja sebuah perangkat daerah?
// group: pohon
// description: >
//   Semua hubungan sebab-akibat satu perangkat daerah dan tahun, satu hubungan sebaris, untuk dilihat sebagai gambar. Kinerja
//   yang berdiri sendiri, tanpa sebab dan tanpa akibat, tidak tampak; cari dengan "Kinerja mana yang tidak bermuara ke outcome?".
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// draws: true
// returns:
//   sebab: kinerja yang menopang
//   hubungan: hubungan sebab ke akibat
//   akibat: kinerja yang ditopang
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(sebab:Kinerja)
WHERE sebab.tahun = $tahun
MATCH (sebab)-[hubungan:CAUSES]->(akibat:Kinerja)
RETURN sebab, hubungan, akibat
ORDER BY akibat.urutan, sebab.urutan, sebab.id LIMIT $batas
