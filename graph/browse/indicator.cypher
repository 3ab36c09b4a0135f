// title: An indicator, what it measures, and the rows of these kinerja
// params: {id: id of an Indikator}
// returns: {id: id, nama: name, nama_baku: normalised name, tahun: year, unit: kode and nama, contoh: belongs to an example, mengukur: the kinerja, bukti: "rows of these kinerja with [id, tahap, urutan, tempat, teks, indikator]", isu: issues of these rows, satuan: unit of measure or null, pemakaian: "list of [id, uraian, target, baseline] of what it measures", revisi: number of the last write}
MATCH (i:Indikator {id: $id})
OPTIONAL MATCH (m:Meta {kode: 'graf'})
CALL (i) {
  MATCH (i)-[:MEASURES]->(k)
  WITH k ORDER BY k.urut_tingkat, k.urutan, k.id LIMIT 100
  RETURN collect(k) AS diukur
}
CALL (diukur) {
  UNWIND diukur AS k
  MATCH (k)<-[:STATES]-(b) WHERE size(b.indikator) > 0
  RETURN collect(b)[..300] AS baris
}
CALL (baris) {
  UNWIND baris AS b
  MATCH (b)<-[:CONCERNS]-(x:Isu) WHERE x.kode <> 'STR07'
  WITH DISTINCT x ORDER BY x.asal, x.nomor
  RETURN collect(x)[..100] AS isu
}
RETURN i.id AS id, i.nama AS nama, head([(i)-[:SAME_MEASURE]->(u) | u.nama_baku]) AS nama_baku, i.tahun AS tahun,
       head([(i)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]) AS unit,
       EXISTS { (i)-[:OWNED_BY]->()-[:PART_OF]->(:Pemda {contoh: true}) } AS contoh,
       [n IN diukur | {
         id: n.id, uraian: n.uraian, tingkat: n.tingkat, urut_tingkat: n.urut_tingkat, kedalaman: n.kedalaman,
         komponen: n.komponen, konflik: n.konflik, diputuskan: n.diputuskan,
         jabatan: [(n)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..61],
         indikator: [(n)<-[r:MEASURES]-(x) | [x.id, x.nama, r.urutan]][..61],
         baris: [(n)<-[:STATES]-(b) | [b.id, b.tahap, b.urutan, b.tempat,
                   reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c)]][..61]
       }] AS mengukur,
       [b IN baris | [b.id, b.tahap, b.urutan, b.tempat,
                      reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c), b.indikator]] AS bukti,
       [x IN isu | {
         id: x.id, kode: x.kode, keparahan: x.keparahan, tempat: x.tempat, pesan: x.pesan, saran: x.saran, asal: x.asal,
         terbuka: x.terbuka, baris: [(x)-[:CONCERNS]->(b:Baris) | b.id][..60], kinerja: [(x)-[:CONCERNS]->(o:Kinerja) | o.id][..60]
       }] AS isu,
       i.satuan AS satuan,
       [n IN diukur | head([(i)-[r:MEASURES]->(n) | [n.id, n.uraian, r.target, r.baseline]])] AS pemakaian,
       coalesce(m.revisi, 0) AS revisi
