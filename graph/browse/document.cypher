// title: A document, its versions, and what the rows of one of them were used as
// params: {id: id of the Dokumen, nomor: number of the version or null for the current one (else the newest)}
// returns: {id: id, judul: title, jenis: kind, tahun: year, unit: kode and nama, versi_id: id of the version shown or null, semua_versi: list of maps, peran: "list of [use, number]", tidak_disebut: what it leaves empty, urut_pohon: number of the last entry about it or its kinerja, revisi: number of the last write}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL MATCH (d)-[:CURRENT]->(c:Versi)
OPTIONAL CALL (d, c) {
  MATCH (d)-[:HAS_VERSION]->(v:Versi) WHERE $nomor IS NULL OR v.nomor = $nomor
  RETURN v ORDER BY v = c DESC, v.nomor DESC LIMIT 1
}
CALL (v) {
  MATCH (v)<-[:IN_VERSION]-(b:Baris) WHERE b.id = v.id + '-' + toString(b.nomor)
  WITH b.peran AS peran, count(*) AS jumlah ORDER BY jumlah DESC, peran
  RETURN collect([peran, jumlah]) AS peran
}
CALL (d, s) {
  CALL (d, s) {
    MATCH (d)<-[:ABOUT]-(x:Keputusan) RETURN x.urut AS urut
    UNION ALL
    MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT]-(x:Keputusan) WHERE n.tahun = d.tahun RETURN x.urut AS urut
  }
  RETURN coalesce(max(urut), 0) AS urut_pohon
}
RETURN d.id AS id, d.judul AS judul, d.jenis AS jenis, d.tahun AS tahun, {kode: s.kode, nama: s.nama} AS unit,
       v.id AS versi_id,
       COLLECT {
         MATCH (d)-[:HAS_VERSION]->(x)
         WITH x ORDER BY x = v DESC, x.nomor DESC LIMIT 100
         RETURN {
           id: x.id, dokumen: d.id, nomor: x.nomor, sha256: x.sha256, nama_berkas: x.nama_berkas, ukuran: x.ukuran,
           diimpor_pada: x.diimpor_pada, oleh: x.oleh, pembaca: x.pembaca, berlaku: x = c,
           baris: COUNT { (x)<-[:IN_VERSION]-(b:Baris) WHERE b.id = x.id + '-' + toString(b.nomor) }
         }
       } AS semua_versi,
       peran, coalesce(v.tidak_disebut, []) AS tidak_disebut, urut_pohon,
       coalesce(m.revisi, 0) AS revisi
