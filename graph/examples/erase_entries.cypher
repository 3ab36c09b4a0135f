// title: Entries about the examples lose all that they say; their numbers stay, so that the log has no gap
// params: {hapus: "list of {dokumen, isi: what is left in its entries}", oleh: who erases, pada: when}
UNWIND $hapus AS h
MATCH (d:Dokumen {id: h.dokumen})<-[:HAS_DOCUMENT]-(s:SKPD)
CALL (d, s) {
  MATCH (d)<-[r:ABOUT]-(k:Keputusan) RETURN k, r
  UNION
  MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[r:ABOUT]-(k:Keputusan) WHERE n.tahun = d.tahun RETURN k, r
}
SET k.jenis = 'hapus', k.subjek = h.dokumen, k.isi = h.isi, k.oleh = $oleh, k.pada = $pada, k.alasan = '', k.membatalkan = ''
DELETE r
