// title: Hubungan mana yang disimpulkan dan belum dibenarkan orang?
// group: pohon
// description: >
//   Hubungan sebab-akibat yang tidak tertulis di dokumen, hanya disimpulkan dari urutan barisnya, dan belum dibenarkan atau
//   diubah orang. Kosong berarti semua hubungan tertulis atau sudah diputuskan.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   sebab_id: id kinerja di bawah
//   sebab: pernyataannya
//   akibat_id: id kinerja di atas
//   akibat: pernyataannya
//   dasar_hubungan: dari apa disimpulkan
//   sumber: tempat sebab dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[c:CAUSES {asal: 'urutan'}]->(e:Kinerja)
RETURN k.id AS sebab_id, k.uraian AS sebab, e.id AS akibat_id, e.uraian AS akibat, c.alasan AS dasar_hubungan,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, sebab_id, akibat_id LIMIT $batas
