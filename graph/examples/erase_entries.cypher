// title: Entries about the examples, or about a pair of them, lose all that they say; their numbers stay, so that the log has no gap
// params: {hapus: "list of {dokumen, isi: what is left in its entries}", oleh: who erases, pada: when}
UNWIND $hapus AS h
MATCH (d:Dokumen {id: h.dokumen})<-[:HAS_DOCUMENT]-(s:SKPD)
CALL (d, s) {
  MATCH (d)<-[:ABOUT]-(k:Keputusan) RETURN k
  UNION
  MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT|ABOUT_PAIR]-(k:Keputusan) WHERE n.tahun = d.tahun RETURN k
}
WITH k, head(collect(h)) AS h
MATCH (k)-[r:ABOUT|ABOUT_PAIR]->()
SET k.jenis = 'hapus', k.subjek = h.dokumen, k.isi = h.isi, k.oleh = $oleh, k.pada = $pada, k.alasan = '', k.membatalkan = ''
DELETE r
