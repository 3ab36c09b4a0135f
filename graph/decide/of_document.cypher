// title: Every entry of the log about a document or a kinerja of its unit and year, oldest first
// params: {dokumen: id of the Dokumen}
// returns: {keputusan: all properties of the Keputusan, teks: statement or title of what it is about}
MATCH (d:Dokumen {id: $dokumen})<-[:ABOUT]-(k:Keputusan)
RETURN properties(k) AS keputusan, coalesce(d.judul, d.id) AS teks
UNION
MATCH (d:Dokumen {id: $dokumen})<-[:HAS_DOCUMENT]-(:SKPD)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT]-(k:Keputusan)
WHERE n.tahun = d.tahun
RETURN properties(k) AS keputusan, n.uraian AS teks
