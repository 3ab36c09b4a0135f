// title: What a crosscutting pair shows of each of its kinerja, how the two stand to each other, and what is weakly alike
// params: {id: ids of the one or two that are Kinerja or KinerjaLama, skpd: kode of the other end when it is a unit or empty, mitra: kode of it when it is a body or empty, wilayah: kinds of unit whose documents follow one template}
// returns: {id: id, hidup: a current document states it, uraian: statement, tahun: year, tingkat: level, urut_tingkat: its number, unit: "{kode, nama, jenis}", contoh: belongs to an example, jabatan: "list of [kode, nama, kelompok, alternatif, urutan]", indikator: "list of [id, nama, urutan, satuan, target]", rencana: "list of [kode, nama]", jalan: "the kinerja of its main way up without itself, each [id, uraian, tingkat, urut_tingkat, asal of the link that leads to it]", menjadi: "what it became, list of [id, uraian]", lemah: "weak candidates, {id, uraian, kode, nama, skor}", kembar: "the same sentence in units of the same kind, list of [id, kode, nama]", badan: "the other end when it is a unit or a body, {kode, nama, jenis}", hubungan: "edges to the other end, {tipe, isi}", revisi: number of the last write}
UNWIND $id AS id
MATCH (k:Kinerja|KinerjaLama {id: id})
OPTIONAL MATCH (k)-[:OWNED_BY]->(s:SKPD)
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
OPTIONAL MATCH (u:SKPD {kode: $skpd})
OPTIONAL MATCH (m:Mitra {kode: $mitra})
OPTIONAL MATCH (g:Meta {kode: 'graf'})
WITH k, s, p, coalesce(u, m) AS badan, g
CALL (k) {
  MATCH w = (k)-[:CAUSES*0..15 {utama: true}]->(r)
  WHERE length(w) = 15 OR NOT EXISTS { (r)-[e:CAUSES {utama: true}]->() WHERE NOT e IN relationships(w) }
  WITH w LIMIT 1
  WITH tail(nodes(w)) AS n, relationships(w) AS r
  RETURN [i IN range(0, size(r) - 1) | [n[i].id, n[i].uraian, n[i].tingkat, n[i].urut_tingkat, r[i].asal]] AS jalan
}
RETURN k.id AS id, k:Kinerja AS hidup, k.uraian AS uraian, k.tahun AS tahun, k.tingkat AS tingkat, k.urut_tingkat AS urut_tingkat,
       s {.kode, .nama, .jenis} AS unit, coalesce(p.contoh, false) AS contoh,
       [(k)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..60] AS jabatan,
       [(k)<-[m:MEASURES]-(i) | [i.id, i.nama, m.urutan, i.satuan, m.target]][..60] AS indikator,
       [(k)-[:PLANNED_AS]->(c) | [c.kode, c.nama]][..20] AS rencana,
       jalan,
       [(k)-[:BECAME]->(n) | [n.id, n.uraian]][..20] AS menjadi,
       COLLECT {
         MATCH (k)-[r:MAY_CROSSCUT {pita: 'lemah'}]-(o:Kinerja)-[:OWNED_BY]->(u:SKPD)
         WITH o, u, r ORDER BY r.skor DESC, o.id LIMIT 10
         RETURN {id: o.id, uraian: o.uraian, kode: u.kode, nama: u.nama, skor: r.skor}
       } AS lemah,
       COLLECT {
         MATCH (o:Kinerja {sidik: k.sidik})-[:OWNED_BY]->(u:SKPD)-[:PART_OF]->(p)
         WHERE o <> k AND o.tahun = k.tahun AND u.jenis = s.jenis AND u.jenis IN $wilayah
         WITH o, u ORDER BY u.nama LIMIT 200
         RETURN [o.id, u.kode, u.nama]
       } AS kembar,
       badan {.kode, .nama, .jenis} AS badan,
       [(k)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(o) WHERE o = badan OR o.id IN $id | {tipe: type(r), isi: properties(r)}][..4] AS hubungan,
       coalesce(g.revisi, 0) AS revisi
