// title: Entries about a document lose all that they say; their numbers stay, so that the log has no gap
// params: {dokumen: id of the Dokumen, isi: what is left in them, oleh: who erases, pada: when}
// returns: {jumlah: number of entries}
MATCH (d:Dokumen {id: $dokumen})<-[:HAS_DOCUMENT]-(s:SKPD)
CALL (d, s) {
  MATCH (d)<-[r:ABOUT]-(k:Keputusan) RETURN k, r
  UNION
  MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[r:ABOUT]-(k:Keputusan) WHERE n.tahun = d.tahun RETURN k, r
}
SET k.jenis = 'hapus', k.subjek = $dokumen, k.isi = $isi, k.oleh = $oleh, k.pada = $pada, k.alasan = '', k.membatalkan = ''
DELETE r
RETURN count(k) AS jumlah
