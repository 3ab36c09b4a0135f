// title: Hubungan mana yang melompati atau membalik tingkat?
// group: pohon
// description: >
//   Hubungan sebab-akibat yang sebabnya tidak tepat satu tingkat di bawah akibatnya. Selisih 2 atau lebih: ada tingkat yang
//   terlompat; 0 atau kurang: tingkatnya terbalik atau sama. Pohon dengan tangga sendiri dinilai menurut tangganya sendiri.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   sebab_id: id kinerja di bawah
//   sebab: pernyataannya
//   tingkat_sebab: tingkatnya
//   akibat_id: id kinerja di atas
//   akibat: pernyataannya
//   tingkat_akibat: tingkatnya
//   selisih: selisih tingkat
//   hubungan: tertulis, disimpulkan dari urutan baris, atau diputuskan orang
//   dasar_hubungan: mengapa hubungan itu ada
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[c:CAUSES]->(e:Kinerja)
WHERE k.urut_tingkat - e.urut_tingkat <> 1
RETURN k.id AS sebab_id, k.uraian AS sebab, k.tingkat AS tingkat_sebab, e.id AS akibat_id, e.uraian AS akibat,
       e.tingkat AS tingkat_akibat, k.urut_tingkat - e.urut_tingkat AS selisih,
       CASE c.asal
         WHEN 'tersurat' THEN 'tertulis'
         WHEN 'urutan' THEN 'disimpulkan dari urutan baris'
         WHEN 'diputuskan' THEN 'diputuskan orang'
       END AS hubungan, c.alasan AS dasar_hubungan
ORDER BY k.urutan, sebab_id, akibat_id LIMIT $batas
