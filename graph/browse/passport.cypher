// title: What a passport adds to a trace, documents, decisions and open issues of the kinerja on the ways
// params: {id: list of ids of Kinerja on the ways, sendiri: those of them whose rows are evidence}
// returns: {pemda: name of the government, dokumen: "list of [id, version, sha256]", putusan: the log about these kinerja, bukti: rows of `sendiri` with all that they claim, isu: open issues of the kinerja and of their rows, revisi: number of the last write}
UNWIND $id AS satu
MATCH (k:Kinerja {id: satu})
WITH collect(k) AS semua
CALL (semua) {
  UNWIND semua AS k
  MATCH (k)<-[:STATES]-()-[:IN_VERSION]->(v:Versi)<-[:HAS_VERSION]-(d:Dokumen)
  WITH DISTINCT d, v ORDER BY d.id, v.nomor
  RETURN collect([d.id, v.nomor, v.sha256]) AS dokumen
}
CALL (semua) {
  UNWIND semua AS k
  MATCH (k)<-[:ABOUT]-(x:Keputusan)
  RETURN collect(properties(x))[..1000] AS putusan
}
CALL (semua) {
  UNWIND semua AS k
  CALL (k) {
    MATCH (k)<-[:CONCERNS]-(i:Isu) RETURN i
    UNION
    MATCH (k)<-[:STATES]-()<-[:CONCERNS]-(i:Isu) RETURN i
  }
  WITH DISTINCT i WHERE i.terbuka
  WITH i ORDER BY i.tempat, i.id
  RETURN collect(i)[..200] AS isu
}
CALL (semua) {
  UNWIND semua AS k
  WITH k WHERE k.id IN $sendiri
  MATCH (k)<-[:STATES]-(b)
  RETURN collect(properties(b))[..1000] AS bukti
}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN head([k IN semua | head([(k)-[:OWNED_BY]->()-[:PART_OF]->(p) | p.nama])]) AS pemda, dokumen, putusan, bukti,
       [i IN isu | {
         id: i.id, kode: i.kode, keparahan: i.keparahan, tempat: i.tempat, pesan: i.pesan, saran: i.saran, asal: i.asal,
         terbuka: i.terbuka, baris: [(i)-[:CONCERNS]->(b:Baris) | b.id][..60], kinerja: [(i)-[:CONCERNS]->(o:Kinerja) | o.id][..60]
       }] AS isu,
       coalesce(m.revisi, 0) AS revisi
