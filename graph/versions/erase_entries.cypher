// title: Entries about a document, or about a pair with a kinerja of it, lose all that they say; their numbers stay, so that the log has no gap
// params: {dokumen: id of the Dokumen, isi: what is left in them, oleh: who erases, pada: when}
// returns: {jumlah: number of entries}
MATCH (d:Dokumen {id: $dokumen})<-[:HAS_DOCUMENT]-(s:SKPD)
CALL (d, s) {
  MATCH (d)<-[:ABOUT]-(k:Keputusan) RETURN k
  UNION
  MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT|ABOUT_PAIR]-(k:Keputusan) WHERE n.tahun = d.tahun RETURN k
}
MATCH (k)-[r:ABOUT|ABOUT_PAIR]->()
SET k.jenis = 'hapus', k.subjek = $dokumen, k.isi = $isi, k.oleh = $oleh, k.pada = $pada, k.alasan = '', k.membatalkan = ''
DELETE r
RETURN count(DISTINCT k) AS jumlah
