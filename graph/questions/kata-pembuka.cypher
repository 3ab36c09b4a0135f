// title: Kata pembuka apa yang paling sering, per tingkat?
// group: pohon
// description: >
//   Kata pertama tiap pernyataan. "Meningkatnya" menyebut hasil; "Terlaksananya", "Terselenggaranya", "Terkoordinasinya" di
//   atas tingkat operasional biasanya menyebut kegiatan, bukan kondisi. Ejaan dihitung sebagaimana tertulis, tanpa beda huruf
//   besar dan kecil.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   urut: nomor tingkat dari atas
//   tingkat: tingkat
//   kata_pembuka: kata
//   jumlah_kinerja: jumlah
//   persen: persen dari tingkat itu
//   contoh_id: id kinerja pertama
//   contoh: pernyataannya
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH k ORDER BY k.urutan, k.id
WITH k.urut_tingkat AS urut, k.tingkat AS tingkat, toLower(split(trim(k.uraian), ' ')[0]) AS kata_pembuka, collect(k) AS semua
WITH urut, tingkat, collect({kata: kata_pembuka, semua: semua}) AS kelompok, sum(size(semua)) AS total
UNWIND kelompok AS satu
RETURN urut, tingkat, satu.kata AS kata_pembuka, size(satu.semua) AS jumlah_kinerja,
       round(100.0 * size(satu.semua) / total, 1) AS persen, satu.semua[0].id AS contoh_id, satu.semua[0].uraian AS contoh
ORDER BY urut, tingkat, jumlah_kinerja DESC, kata_pembuka LIMIT $batas
