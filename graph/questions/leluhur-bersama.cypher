// title: Di mana dua kinerja bertemu di atas?
// group: jalur
// description: >
//   Semua kinerja yang didukung oleh keduanya, yang terdekat dahulu, dengan berapa langkah jauhnya dari masing-masing. Jarak 0
//   berarti kinerja itu sendiri: yang satu berada di atas yang lain. Kosong berarti jalurnya tidak bertemu.
// params: {kinerja: Kinerja pertama, kinerja_lain: Kinerja kedua, batas: Baris paling banyak}
// inputs:
//   unit: unit
//   tahun: tahun
//   kinerja: {type: kinerja, choices: kinerja-bawah}
//   kinerja_lain: {type: kinerja, choices: kinerja-lain}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   langkah_dari_pertama: jumlah langkah
//   langkah_dari_kedua: jumlah langkah
MATCH p = (:Kinerja {id: $kinerja})-[:CAUSES*0..15]->(k:Kinerja)
WITH k, min(length(p)) AS langkah_dari_pertama
MATCH q = (:Kinerja {id: $kinerja_lain})-[:CAUSES*0..15]->(k)
WITH k, langkah_dari_pertama, min(length(q)) AS langkah_dari_kedua
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, langkah_dari_pertama, langkah_dari_kedua
ORDER BY langkah_dari_pertama + langkah_dari_kedua, langkah_dari_pertama, id LIMIT $batas
