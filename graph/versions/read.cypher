// title: Versions of a document, oldest first, some of them with the rows that claim something
// params: {id: id of the Dokumen, nomor: numbers of the versions that are read, terbaru: how many of the newest are read too}
// returns: {judul: title of the document, revisi: number of the last write, versi: all properties of the Versi, baris: rows of its file, klaim: "properties of each Baris that claims something, in document order; empty: not read"}
MATCH (d:Dokumen {id: $id})-[:HAS_VERSION]->(v:Versi)
OPTIONAL MATCH (m:Meta {kode: 'graf'})
WITH d.judul AS judul, coalesce(m.revisi, 0) AS revisi, collect(v) AS semua, max(v.nomor) AS terakhir
UNWIND semua AS v
RETURN judul, revisi, properties(v) AS versi,
       COUNT { (v)<-[:IN_VERSION]-(b:Baris) WHERE b.id = v.id + '-' + toString(b.nomor) } AS baris,
       COLLECT {
         MATCH (v)<-[:IN_VERSION]-(b:Baris)
         WHERE b.jenis <> '' AND (v.nomor IN $nomor OR v.nomor > terakhir - $terbaru)
         RETURN properties(b) ORDER BY b.nomor, b.id
       } AS klaim
ORDER BY v.nomor
