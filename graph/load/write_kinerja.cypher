// title: The kinerja of a unit and year
// params: {skpd: kode of the unit, kinerja: list of Kinerja as maps}
MATCH (s:SKPD {kode: $skpd})
UNWIND $kinerja AS k
MERGE (n:Kinerja {id: k.id})
SET n.kode = k.kode, n.uraian = k.uraian, n.tahun = k.tahun, n.tingkat = k.tingkat, n.tingkat_usul = k.tingkat_usul,
    n.alasan_tingkat = k.alasan_tingkat, n.diputuskan = k.diputuskan, n.urut_tingkat = k.urut_tingkat,
    n.kedalaman = k.kedalaman, n.kondisi = k.kondisi, n.komponen = k.komponen, n.sidik = k.sidik,
    n.sidik_makna = k.sidik_makna, n.urutan = k.urutan, n.konflik = k.konflik, n.tingkat_t3 = k.tingkat_t3,
    n.tingkat_t4 = k.tingkat_t4, n.tingkat_t5 = k.tingkat_t5, n.tingkat_komponen = k.tingkat_komponen
MERGE (n)-[:OWNED_BY]->(s)
