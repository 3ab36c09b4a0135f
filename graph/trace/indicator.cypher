// title: What an indicator measures, every way from there up, and who else uses the same measure
// params: {id: id of an Indikator, kinerja: measured kinerja to return, batas: ways to return for each}
// returns: {id: id, nama: name, tahun: year, unit: kode and nama, diukur: number of kinerja measured, jalan: "list of {unit, tahun, langkah, hubungan, lanjut} as in trace/to_outcome, by level of the start", lain: "other indicators of the same measure in the same pemda, {id, nama, tahun, unit, kinerja}"}
MATCH (i:Indikator {id: $id})
CALL (i) {
  MATCH (i)-[:MEASURES]->(k)
  WITH k ORDER BY k.urut_tingkat, k.urutan, k.id LIMIT $kinerja
  CALL (k) {
    MATCH p = (k)-[:CAUSES*0..15]->(r)
    WHERE length(p) = 15 OR NOT EXISTS { (r)-[e:CAUSES]->() WHERE NOT e IN relationships(p) }
    RETURN p, r LIMIT $batas
  }
  RETURN collect({
    unit: head([(k)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]), tahun: k.tahun,
    langkah: [n IN nodes(p) | [
      n.id, n.uraian, n.tingkat, n.urut_tingkat, n.kedalaman, n.komponen, n.konflik, n.diputuskan,
      [(n)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..61],
      [(n)<-[m:MEASURES]-(x) | [x.id, x.nama, m.urutan]][..61],
      [(n)<-[:STATES]-(b) | [b.id, b.tahap, b.urutan, b.tempat, reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c)]][..61],
      [(n)<-[:ABOUT]-(d {jenis: 'induk'}) | properties(d)]
    ]],
    hubungan: [c IN relationships(p) | [c.asal, c.alasan, c.utama]],
    lanjut: COUNT { (r)-[:CAUSES]->() }
  }) AS jalan
}
RETURN i.id AS id, i.nama AS nama, i.tahun AS tahun,
       head([(i)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]) AS unit,
       COUNT { (i)-[:MEASURES]->() } AS diukur, jalan,
       [(i)-[:SAME_MEASURE]->()<-[:SAME_MEASURE]-(x)
        WHERE x <> i AND (NOT EXISTS { (i)-[:OWNED_BY]->()-[:PART_OF]->(:Pemda) }
              OR EXISTS { (i)-[:OWNED_BY]->()-[:PART_OF]->(:Pemda)<-[:PART_OF]-()<-[:OWNED_BY]-(x) }) | {
         id: x.id, nama: x.nama, tahun: x.tahun, unit: head([(x)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]),
         kinerja: [(x)-[:MEASURES]->(k) | [k.id, k.uraian, k.urut_tingkat]][..20]
       }][..101] AS lain
