// title: Seperti apa gambar jalur sebuah kinerja ke outcome?
// group: jalur
// description: >
//   Jalur yang sama dengan "Lewat mana sebuah kinerja sampai ke outcome?", satu jalur sebaris, untuk dilihat sebagai gambar.
//   Anak panah menunjuk dari sebab ke akibat.
// params: {kinerja: Kinerja, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun, kinerja: {type: kinerja, choices: kinerja-bawah}}
// draws: true
// returns:
//   jalur: kinerja dan hubungannya dari bawah ke atas
MATCH jalur = (:Kinerja {id: $kinerja})-[:CAUSES*0..15]->(r)
WHERE length(jalur) = 15 OR NOT EXISTS { (r)-[e:CAUSES]->() WHERE NOT e IN relationships(jalur) }
WITH jalur LIMIT 500
RETURN jalur
ORDER BY all(c IN relationships(jalur) WHERE c.utama) DESC, length(jalur), [n IN nodes(jalur) | n.urutan] LIMIT $batas
