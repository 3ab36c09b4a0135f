// title: The cascade of a unit and year as flat rows
// params: {kode: kode of the SKPD, tahun: year or null for the newest with a current version, batas: kinerja to return}
// returns: {unit: kode and nama, tahun: year or null, dokumen: id of the Dokumen or null, versi: number of the current version, total: kinerja in all, simpul: "the kinerja in document order; `naik`: links to effects, [id, asal, alasan, utama]"}
MATCH (s:SKPD {kode: $kode})
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE $tahun IS NULL OR d.tahun = $tahun
WITH s, d ORDER BY EXISTS { (d)-[:CURRENT]->() } DESC, d.tahun DESC LIMIT 1
CALL (s, d) {
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun
  WITH k ORDER BY k.urutan, k.id
  RETURN collect(k) AS semua
}
RETURN {kode: s.kode, nama: s.nama} AS unit, d.tahun AS tahun, d.id AS dokumen,
       head([(d)-[:CURRENT]->(v) | v.nomor]) AS versi, size(semua) AS total,
       [n IN semua[..$batas] | {
         id: n.id, uraian: n.uraian, tingkat: n.tingkat, urut_tingkat: n.urut_tingkat, kedalaman: n.kedalaman,
         komponen: n.komponen, konflik: n.konflik, diputuskan: n.diputuskan, urutan: n.urutan,
         jabatan: [(n)-[a:ASSIGNED_TO]->(j) | [j.kode, j.nama, a.kelompok, a.alternatif, a.urutan]][..60],
         indikator: [(n)<-[m:MEASURES]-(i) | [i.id, i.nama, m.urutan, i.satuan, m.target]][..60],
         rencana: [(n)-[p:PLANNED_AS]->(c) | {kode: c.kode, nama: c.nama, jenis: c.jenis, asal: p.asal}][..60],
         mitra: [(n)-[r:NAMES]->(b:Mitra|SKPD) | {kode: b.kode, nama: r.nama, unit: b:SKPD, urutan: r.urutan}][..60],
         putusan: [(n)<-[:ABOUT]-(x {jenis: 'induk'}) | properties(x)],
         naik: [(n)-[c:CAUSES]->(e) | [e.id, c.asal, c.alasan, c.utama]][..60]
       }] AS simpul
