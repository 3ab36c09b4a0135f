// title: What stands in the graph, in numbers
// returns: {jumlah: "list of [label, number]", hubungan: "list of [type, number]", asal: "list of [origin, number]", tidak_disebut: "list of [document, what it leaves empty]", isu: "list of [code, all, open]", trik: guidance lines of the newest versions as maps, revisi: number of the last write, skema: version of the schema}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
CALL () {
  MATCH ()-[c:CAUSES]->() WITH c.asal AS asal, count(*) AS jumlah ORDER BY asal
  RETURN collect([asal, jumlah]) AS asal
}
CALL () {
  MATCH (d:Dokumen)-[:CURRENT]->(v) WHERE size(v.tidak_disebut) > 0
  WITH d, v ORDER BY d.id LIMIT 200
  RETURN collect([d.id, v.tidak_disebut]) AS tidak_disebut
}
CALL () {
  MATCH (:Dokumen)-[:CURRENT]->()<-[:IN_VERSION]-(i:Isu)
  WITH i.kode AS kode, count(i) AS semua, sum(CASE WHEN i.terbuka THEN 1 ELSE 0 END) AS terbuka ORDER BY kode
  RETURN collect([kode, semua, terbuka]) AS isu
}
CALL () {
  MATCH (v)<-[:CURRENT]-(d:Dokumen)<-[:HAS_DOCUMENT]-(s:SKPD)
  OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
  WITH v, coalesce(p.contoh, false) AS contoh, d.id AS dokumen ORDER BY contoh, dokumen LIMIT 20
  MATCH (v)<-[:IN_VERSION]-(b:Baris {peran: 'trik'})
  WITH b ORDER BY contoh, dokumen, b.nomor LIMIT 500
  RETURN collect({id: b.id, tahap: b.tahap, urutan: b.urutan, tempat: b.tempat, teks: coalesce(b.uraian, ''), sel: b.sel}) AS trik
}
RETURN [['Pemda', COUNT { (:Pemda) }], ['SKPD', COUNT { (:SKPD) }], ['Dokumen', COUNT { (:Dokumen) }],
        ['Versi', COUNT { (:Versi) }], ['Baris', COUNT { (:Baris) }], ['Kinerja', COUNT { (:Kinerja) }],
        ['KinerjaLama', COUNT { (:KinerjaLama) }], ['Indikator', COUNT { (:Indikator) }], ['Ukuran', COUNT { (:Ukuran) }],
        ['Jabatan', COUNT { (:Jabatan) }], ['CSF', COUNT { (:CSF) }], ['Dasar', COUNT { (:Dasar) }],
        ['Isu', COUNT { (:Isu) }], ['Keputusan', COUNT { (:Keputusan) }]] AS jumlah,
       [['CAUSES', COUNT { ()-[:CAUSES]->() }], ['MEASURES', COUNT { ()-[:MEASURES]->() }],
        ['ASSIGNED_TO', COUNT { ()-[:ASSIGNED_TO]->() }], ['STATES', COUNT { ()-[:STATES]->() }]] AS hubungan,
       asal, tidak_disebut, isu, trik, coalesce(m.revisi, 0) AS revisi, coalesce(m.skema, 0) AS skema
