// title: Everything that supports a kinerja, nearest first
// params: {id: id of a Kinerja, batas: kinerja to return besides the first}
// returns: {jumlah: number of distinct kinerja below, per_tingkat: "list of [urut, tingkat, number]", simpul: the kinerja itself and those below it}
// note: >
//   Each kinerja below is met once, however many ways lead to it (the planner prunes: min(length) over distinct ends).
//   `naik` are its links to effects, [id, asal, alasan, utama]; those that leave this answer are left out by the reader.
MATCH (k:Kinerja {id: $id})
OPTIONAL MATCH p = (k)<-[:CAUSES*1..15]-(c)
WITH k, c, min(length(p)) AS jarak ORDER BY jarak, c.urutan, c.id
WITH k, [n IN collect(c) WHERE n <> k] AS bawah
CALL (bawah) {
  UNWIND bawah AS b
  WITH b.urut_tingkat AS urut, b.tingkat AS tingkat, count(*) AS jumlah ORDER BY urut, tingkat
  RETURN collect([urut, tingkat, jumlah]) AS per_tingkat
}
RETURN size(bawah) AS jumlah, per_tingkat,
       [n IN [k] + bawah[..$batas] | {
         id: n.id, uraian: n.uraian, tingkat: n.tingkat, urut_tingkat: n.urut_tingkat, kedalaman: n.kedalaman,
         komponen: n.komponen, konflik: n.konflik, diputuskan: n.diputuskan, urutan: n.urutan,
         jabatan: [(n)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..61],
         indikator: [(n)<-[m:MEASURES]-(i) | [i.id, i.nama, m.urutan]][..61],
         baris: [(n)<-[:STATES]-(b) | [b.id, b.tahap, b.urutan, b.tempat,
                   reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c)]][..61],
         putusan: [(n)<-[:ABOUT]-(d {jenis: 'induk'}) | properties(d)],
         sebab: COUNT { (n)<-[:CAUSES]-() },
         naik: [(n)-[c:CAUSES]->(e) | [e.id, c.asal, c.alasan, c.utama]][..60]
       }] AS simpul
