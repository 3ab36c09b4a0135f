// title: Apa saja yang menopang sebuah kinerja, sebagai gambar?
// group: jalur
// description: >
//   Kinerja yang dipilih dengan semua kinerja di bawahnya dan hubungan di antara mereka, satu hubungan sebaris, yang terdekat
//   dahulu. Kosong berarti tidak ada yang menopangnya.
// params: {kinerja: Kinerja, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun, kinerja: kinerja}
// draws: true
// returns:
//   sebab: kinerja yang menopang
//   hubungan: hubungan sebab ke akibat
//   akibat: kinerja yang ditopang
//   jarak: langkah dari kinerja yang dipilih ke sebab
MATCH p = (:Kinerja {id: $kinerja})<-[:CAUSES*0..14]-(akibat:Kinerja)
WITH akibat, min(length(p)) AS dekat
MATCH (akibat)<-[hubungan:CAUSES]-(sebab:Kinerja)
RETURN sebab, hubungan, akibat, dekat + 1 AS jarak
ORDER BY jarak, akibat.urutan, sebab.urutan, sebab.id LIMIT $batas
