// title: The one main way from a kinerja up, for when there are too many ways to read them all
// params: {id: id of a Kinerja}
// returns: {unit: kode and nama, tahun: year, langkah: "the kinerja of the way from the start up, each a list as in trace/to_outcome", hubungan: "its links, each [asal, alasan, utama]", lanjut: number of effects of the last one}
MATCH p = (k:Kinerja {id: $id})-[:CAUSES*0..15 {utama: true}]->(r)
WHERE length(p) = 15 OR NOT EXISTS { (r)-[e:CAUSES {utama: true}]->() WHERE NOT e IN relationships(p) }
WITH k, p, r LIMIT 1
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
