// title: Overview of one unit and year
// params: {kode: kode of the SKPD, tahun: year or null for the newest with a current version}
// returns: {kode: kode, nama: name, jenis: kind, singkatan: short name, pemda: name of its government, contoh: whether it is an example, tahun: year or null, dokumen: id of the Dokumen or null, versi: number of the current version, diimpor_pada: time of its import, kinerja: number, indikator: number, jabatan: number, konflik: levels nobody settled, disimpulkan: parents nobody confirmed, alias: other names, semua_tahun: years with a document, tingkat: "list of [urut, tingkat, number]", posisi: "list of [kode, nama]", semua_versi: list of maps, versi_id: id of the current version or null, csf: list of maps, dasar: list of maps, tidak_disebut: what the current version leaves empty, menunggu: things that wait for a decision, lintas: "crosscutting pairs of its kinerja that are no weak ones, list of [type, how many]", revisi: number of the last write}
MATCH (s:SKPD {kode: $kode})
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE $tahun IS NULL OR d.tahun = $tahun
WITH s, p, d ORDER BY EXISTS { (d)-[:CURRENT]->() } DESC, d.tahun DESC LIMIT 1
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL MATCH (d)-[:CURRENT]->(v:Versi)
CALL (s, d) {
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun
  WITH k.urut_tingkat AS urut, k.tingkat AS tingkat, count(*) AS jumlah
  RETURN collect([urut, tingkat, jumlah]) AS tingkat
}
CALL (s, d) {
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun
  WITH k
  MATCH (k)<-[:RAISES]-(c)
  WITH c, k ORDER BY k.urutan
  WITH c, collect([k.id, k.uraian])[..50] AS kinerja
  RETURN collect({id: c.id, nama: c.nama, isu: c.isu, sumber: c.sumber, kinerja: kinerja})[..100] AS csf
}
CALL (s, d) {
  MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun
  WITH k
  MATCH (k)<-[:GROUNDS]-(g)
  WITH g, k ORDER BY k.urutan
  WITH g, collect([k.id, k.uraian])[..50] AS kinerja
  RETURN collect({id: g.id, jenis: g.jenis, uraian: g.uraian, kinerja: kinerja})[..100] AS dasar
}
RETURN s.kode AS kode, s.nama AS nama, s.jenis AS jenis, s.singkatan AS singkatan, p.nama AS pemda, p.contoh AS contoh,
       d.tahun AS tahun, d.id AS dokumen, v.nomor AS versi, v.diimpor_pada AS diimpor_pada,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun } AS kinerja,
       COUNT { (s)<-[:OWNED_BY]-(i:Indikator) WHERE i.tahun = d.tahun } AS indikator,
       COUNT { (s)<-[:IN_UNIT]-() } AS jabatan,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun AND k.konflik AND NOT k.diputuskan } AS konflik,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja)-[:CAUSES {asal: 'urutan'}]->() WHERE k.tahun = d.tahun } AS disimpulkan,
       coalesce(s.alias, []) AS alias, [(s)-[:HAS_DOCUMENT]->(x) | x.tahun] AS semua_tahun, tingkat,
       [(s)<-[:IN_UNIT]-(j) | [j.kode, j.nama]][..300] AS posisi,
       COLLECT {
         MATCH (d)-[:HAS_VERSION]->(x)
         WITH x ORDER BY x.nomor DESC LIMIT 100
         RETURN {
           id: x.id, dokumen: d.id, nomor: x.nomor, sha256: x.sha256, nama_berkas: x.nama_berkas, ukuran: x.ukuran,
           diimpor_pada: x.diimpor_pada, oleh: x.oleh, pembaca: x.pembaca, berlaku: x = v,
           baris: COUNT { (x)<-[:IN_VERSION]-(b:Baris) WHERE b.id = x.id + '-' + toString(b.nomor) }
         }
       } AS semua_versi,
       v.id AS versi_id, csf, dasar, coalesce(v.tidak_disebut, []) AS tidak_disebut, coalesce(d.menunggu, 0) AS menunggu,
       COLLECT {
         MATCH (s)<-[:OWNED_BY*0..1]-(k:Kinerja|SKPD)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS]-(o)
         WHERE coalesce(k.tahun, o.tahun) = d.tahun AND (type(r) <> 'MAY_CROSSCUT' OR coalesce(r.pita, '') <> 'lemah')
         WITH type(r) AS tipe, count(DISTINCT coalesce(r.kelompok, elementId(r))) AS jumlah
         RETURN [tipe, jumlah]
       } AS lintas,
       coalesce(m.revisi, 0) AS revisi
