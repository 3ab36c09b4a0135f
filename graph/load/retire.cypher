// title: Kinerja that nothing supports any more take their other label; their edges are gone already
// params: {skpd: kode of the unit, tahun: year, hidup: ids that live}
MATCH (:SKPD {kode: $skpd})<-[:OWNED_BY]-(k:Kinerja {tahun: $tahun})
WHERE NOT k.id IN $hidup
REMOVE k:Kinerja, k.kode, k.tingkat_usul, k.alasan_tingkat, k.diputuskan, k.urut_tingkat, k.kedalaman, k.kondisi, k.komponen, k.sidik_makna, k.urutan, k.konflik, k.tingkat_t3, k.tingkat_t4, k.tingkat_t5, k.tingkat_komponen
SET k:KinerjaLama
