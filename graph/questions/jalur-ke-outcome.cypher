// title: Lewat mana sebuah kinerja sampai ke outcome?
// group: jalur
// description: >
//   Setiap jalur sebab-akibat dari kinerja yang dipilih ke atas, selangkah sebaris, dengan baris dokumen yang menyebut tiap
//   langkah. Jalur 1 adalah jalur utama. Hubungan yang disimpulkan dari urutan baris belum tentu dimaksud penulis dokumen;
//   kolom dasar_hubungan mengatakan mengapa hubungan itu ada. Paling banyak 100 jalur.
// params: {kinerja: Kinerja, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun, kinerja: {type: kinerja, choices: kinerja-bawah}}
// returns:
//   jalur: nomor jalur
//   langkah: urutan dari bawah
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   jabatan: yang memegang
//   hubungan_ke_atas: tertulis, disimpulkan dari urutan baris, atau diputuskan orang
//   dasar_hubungan: mengapa hubungan itu ada
//   sumber: tempat dalam dokumen
MATCH p = (:Kinerja {id: $kinerja})-[:CAUSES*0..15]->(r)
WHERE length(p) = 15 OR NOT EXISTS { (r)-[e:CAUSES]->() WHERE NOT e IN relationships(p) }
WITH p LIMIT 500
WITH p, all(c IN relationships(p) WHERE c.utama) AS utama, [n IN nodes(p) | n.urutan] AS urutan
ORDER BY utama DESC, length(p), urutan LIMIT 100
WITH collect(p) AS semua
UNWIND range(0, 99) AS nomor
UNWIND range(0, 15) AS ke
WITH nomor, ke, nodes(semua[nomor])[ke] AS k, relationships(semua[nomor])[ke] AS naik
WHERE k IS NOT NULL
RETURN nomor + 1 AS jalur, ke + 1 AS langkah, k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat,
       COLLECT { MATCH (k)-[a:ASSIGNED_TO]->(j:Jabatan) RETURN j.nama ORDER BY a.urutan } AS jabatan,
       CASE naik.asal
         WHEN 'tersurat' THEN 'tertulis'
         WHEN 'urutan' THEN 'disimpulkan dari urutan baris'
         WHEN 'diputuskan' THEN 'diputuskan orang'
       END AS hubungan_ke_atas, naik.alasan AS dasar_hubungan,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY jalur, langkah LIMIT $batas
