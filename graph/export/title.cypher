// title: What the title block and the last page of an exported file say of one unit and year
// params: {kode: kode of the SKPD, tahun: year or null for the newest}
// returns: {dokumen: id of the Dokumen, kode: kode of the unit, unit: name of the unit, jenis: kind of unit, pemda: name of its government, contoh: whether it is an example, tahun: year, versi: number of the current version, nama_berkas: file of that version, diimpor_pada: time of its import, tidak_disebut: what the version leaves empty, isu: "issues of reading in the order of the document, each with kode, tempat, pesan, saran, keparahan", revisi: number of the last write}
MATCH (s:SKPD {kode: $kode})-[:HAS_DOCUMENT]->(d:Dokumen)-[:CURRENT]->(v:Versi)
WHERE $tahun IS NULL OR d.tahun = $tahun
WITH s, d, v ORDER BY d.tahun DESC LIMIT 1
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN d.id AS dokumen, s.kode AS kode, s.nama AS unit, coalesce(s.jenis, '') AS jenis, coalesce(p.nama, '') AS pemda,
       coalesce(p.contoh, false) AS contoh, d.tahun AS tahun, v.nomor AS versi, v.nama_berkas AS nama_berkas,
       v.diimpor_pada AS diimpor_pada, coalesce(v.tidak_disebut, []) AS tidak_disebut,
       COLLECT {
         MATCH (v)<-[:IN_VERSION]-(i:Isu {asal: 'baca'})
         RETURN {kode: i.kode, tempat: i.tempat, pesan: i.pesan, saran: i.saran, keparahan: i.keparahan} ORDER BY i.nomor
       } AS isu,
       coalesce(m.revisi, 0) AS revisi
