// title: Units with what their documents hold, one row per unit and year
// params: {lewati: rows to skip, banyak: rows to return}
// returns: {kode: kode, nama: name, jenis: kind, singkatan: short name, pemda: name of its government, contoh: whether it is an example, tahun: year or null, dokumen: id of the Dokumen or null, versi: number of the current version, diimpor_pada: time of its import, kinerja: number, indikator: number, jabatan: number, konflik: levels nobody settled, disimpulkan: parents nobody confirmed}
// orders: {nama: "coalesce(p.contoh, false), s.nama, d.tahun DESC", impor: "coalesce(p.contoh, false), coalesce(v.diimpor_pada, '') DESC, s.nama", kinerja: "coalesce(p.contoh, false), COUNT { (s)<-[:OWNED_BY]-(x:Kinerja) WHERE x.tahun = d.tahun } DESC, s.nama", konflik: "coalesce(p.contoh, false), COUNT { (s)<-[:OWNED_BY]-(x:Kinerja) WHERE x.tahun = d.tahun AND x.konflik AND NOT x.diputuskan } DESC, s.nama"}
MATCH (s:SKPD)
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen)
OPTIONAL MATCH (d)-[:CURRENT]->(v:Versi)
WITH s, p, d, v ORDER BY /*order*/ SKIP $lewati LIMIT $banyak
RETURN s.kode AS kode, s.nama AS nama, s.jenis AS jenis, s.singkatan AS singkatan, p.nama AS pemda, p.contoh AS contoh,
       d.tahun AS tahun, d.id AS dokumen, v.nomor AS versi, v.diimpor_pada AS diimpor_pada,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun } AS kinerja,
       COUNT { (s)<-[:OWNED_BY]-(i:Indikator) WHERE i.tahun = d.tahun } AS indikator,
       COUNT { (s)<-[:IN_UNIT]-() } AS jabatan,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun AND k.konflik AND NOT k.diputuskan } AS konflik,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja)-[:CAUSES {asal: 'urutan'}]->() WHERE k.tahun = d.tahun } AS disimpulkan
