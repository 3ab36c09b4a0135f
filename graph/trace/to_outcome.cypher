// title: Every way from a kinerja up, until it can go no further
// params: {id: id of a Kinerja, batas: ways to return}
// returns: {unit: kode and nama, tahun: year, langkah: "the kinerja of one way from the start up, each a list (see note)", hubungan: "its links, each [asal, alasan, utama]", lanjut: number of effects of the last one}
// note: >
//   One row per way. A way ends where no unused link leaves the last kinerja: at an outcome, at a broken chain, or where a
//   cycle closes; or after 15 hops. Links are never used twice in one way, so a cycle cannot run on.
//   A kinerja is [id, uraian, tingkat, urut_tingkat, kedalaman, komponen, konflik, diputuskan, jabatan, indikator, baris,
//   putusan]: lists unpack faster than maps, and this is the query that every page waits for. In it jabatan is
//   [kode, nama, kelompok, alternatif, urutan], indikator [id, nama, urutan], baris [id, tahap, urutan, tempat, teks].
MATCH p = (k:Kinerja {id: $id})-[:CAUSES*0..15]->(r)
WHERE length(p) = 15 OR NOT EXISTS { (r)-[e:CAUSES]->() WHERE NOT e IN relationships(p) }
WITH k, p, r LIMIT $batas
RETURN head([(k)-[:OWNED_BY]->(s) | {kode: s.kode, nama: s.nama}]) AS unit, k.tahun AS tahun,
       [n IN nodes(p) | [
         n.id, n.uraian, n.tingkat, n.urut_tingkat, n.kedalaman, n.komponen, n.konflik, n.diputuskan,
         [(n)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..61],
         [(n)<-[m:MEASURES]-(i) | [i.id, i.nama, m.urutan]][..61],
         [(n)<-[:STATES]-(b) | [b.id, b.tahap, b.urutan, b.tempat, reduce(t = head(b.sel), c IN tail(b.sel) | t + ' | ' + c)]][..61],
         [(n)<-[:ABOUT]-(d {jenis: 'induk'}) | properties(d)]
       ]] AS langkah,
       [c IN relationships(p) | [c.asal, c.alasan, c.utama]] AS hubungan,
       COUNT { (r)-[:CAUSES]->() } AS lanjut
