// title: What erasing a document for good would take away
// params: {id: id of the Dokumen}
// returns: {judul: title, skpd: kode of the unit, nama: its name, tahun: year, versi: number of versions, baris: number of rows, kinerja: "kinerja, living and former", keputusan: entries of the log about it, sha256: digests of its originals that no other document uses}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
RETURN d.judul AS judul, s.kode AS skpd, s.nama AS nama, d.tahun AS tahun,
       COUNT { (d)-[:HAS_VERSION]->(:Versi) } AS versi,
       COUNT { (d)-[:HAS_VERSION]->(:Versi)<-[:IN_VERSION]-(:Baris) } AS baris,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja|KinerjaLama) WHERE k.tahun = d.tahun } AS kinerja,
       COUNT { (d)<-[:ABOUT]-(:Keputusan) } + COUNT {
         MATCH (s)<-[:OWNED_BY]-(k:Kinerja|KinerjaLama)<-[:ABOUT|ABOUT_PAIR]-(e:Keputusan) WHERE k.tahun = d.tahun
         RETURN DISTINCT e
       } AS keputusan,
       COLLECT {
         MATCH (d)-[:HAS_VERSION]->(v:Versi)
         WHERE NOT EXISTS { MATCH (o:Versi {sha256: v.sha256})<-[:HAS_VERSION]-(x:Dokumen) WHERE x <> d }
         RETURN DISTINCT v.sha256 ORDER BY v.sha256
       } AS sha256
