// title: All that is assigned to a position, and the main way of each up
// params: {kode: kode of a Jabatan, batas: kinerja to return}
// returns: {kode: kode, nama: name, kelas: class, unit: kode and nama, total: kinerja assigned, tugas: "the kinerja, highest level first, each with `jalan`: list of [id, uraian, urut_tingkat] up"}
MATCH (j:Jabatan {kode: $kode})
OPTIONAL MATCH (j)<-[:ASSIGNED_TO]-(k)
WITH j, k ORDER BY k.urut_tingkat, k.urutan, k.id
WITH j, collect(k) AS semua
RETURN j.kode AS kode, j.nama AS nama, j.kelas AS kelas,
       head([(j)-[:IN_UNIT]->(s) | {kode: s.kode, nama: s.nama}]) AS unit, size(semua) AS total,
       [n IN semua[..$batas] | {
         id: n.id, uraian: n.uraian, tingkat: n.tingkat, urut_tingkat: n.urut_tingkat, kedalaman: n.kedalaman,
         komponen: n.komponen, konflik: n.konflik, diputuskan: n.diputuskan,
         jabatan: [(n)-[a:ASSIGNED_TO]->(x) | [x.kode, x.nama, a.kelompok, a.alternatif, a.urutan]][..61],
         indikator: [(n)<-[m:MEASURES]-(i) | [i.id, i.nama, m.urutan]][..61],
         baris: [(n)<-[:STATES]-(b) | [b.id, b.tahap, b.urutan, b.tempat,
                   reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c)]][..61],
         jalan: head([p = (n)-[:CAUSES*0..15 {utama: true}]->(r)
                      WHERE length(p) = 15 OR NOT EXISTS { (r)-[e:CAUSES {utama: true}]->() WHERE NOT e IN relationships(p) }
                      | [x IN nodes(p) | [x.id, x.uraian, x.urut_tingkat]]])
       }] AS tugas
