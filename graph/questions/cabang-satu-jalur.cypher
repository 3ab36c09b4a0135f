// title: Cabang mana yang hanya ditopang satu kondisi?
// group: jalur
// description: >
//   Kinerja yang tepat satu penopangnya. Satu sebab jarang cukup untuk satu hasil: periksa apakah ada kondisi yang terlupa.
//   Kondisi operasional, yang memang tidak perlu penopang, tidak disebut.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   penopang_id: id penopang satu-satunya
//   penopang: pernyataannya
//   hubungan: tertulis, disimpulkan dari urutan baris, atau diputuskan orang
//   sumber: tempat dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND COUNT { (k)<-[:CAUSES]-() } = 1
MATCH (k)<-[c:CAUSES]-(s:Kinerja)
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, s.id AS penopang_id, s.uraian AS penopang,
       CASE c.asal
         WHEN 'tersurat' THEN 'tertulis'
         WHEN 'urutan' THEN 'disimpulkan dari urutan baris'
         WHEN 'diputuskan' THEN 'diputuskan orang'
       END AS hubungan,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id LIMIT $batas
