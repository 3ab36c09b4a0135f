// title: A document, its versions, and what the rows of one of them were used as
// params: {id: id of the Dokumen, nomor: number of the version or null for the current one}
// returns: {id: id, judul: title, jenis: kind, tahun: year, unit: kode and nama, versi_id: id of the version shown or null, semua_versi: list of maps, peran: "list of [use, number]", tidak_disebut: what it leaves empty, revisi: number of the last write}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL MATCH (d)-[:CURRENT]->(c:Versi)
OPTIONAL MATCH (d)-[:HAS_VERSION]->(v:Versi) WHERE v.nomor = $nomor OR ($nomor IS NULL AND v = c)
CALL (v) {
  MATCH (v)<-[:IN_VERSION]-(b:Baris) WHERE b.id = v.id + '-' + toString(b.nomor)
  WITH b.peran AS peran, count(*) AS jumlah ORDER BY jumlah DESC, peran
  RETURN collect([peran, jumlah]) AS peran
}
RETURN d.id AS id, d.judul AS judul, d.jenis AS jenis, d.tahun AS tahun, {kode: s.kode, nama: s.nama} AS unit,
       v.id AS versi_id,
       [(d)-[:HAS_VERSION]->(x) | {
         id: x.id, dokumen: d.id, nomor: x.nomor, sha256: x.sha256, nama_berkas: x.nama_berkas, ukuran: x.ukuran,
         diimpor_pada: x.diimpor_pada, oleh: x.oleh, pembaca: x.pembaca, berlaku: x = c,
         baris: COUNT { (x)<-[:IN_VERSION]-(b:Baris) WHERE b.id = x.id + '-' + toString(b.nomor) }
       }][..100] AS semua_versi,
       peran, coalesce(v.tidak_disebut, []) AS tidak_disebut, coalesce(m.revisi, 0) AS revisi
