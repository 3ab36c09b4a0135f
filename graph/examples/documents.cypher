// title: What erasing each document of an example takes away
// returns: {dokumen: id of the Dokumen, judul: title, skpd: kode of the unit, unit: its name, tahun: year, versi: number of versions, baris: number of rows, kinerja: "kinerja, living and former", keputusan: entries of the log about it, berkas: sha256 of its originals that no real document uses}
MATCH (:Pemda {contoh: true})<-[:PART_OF]-(s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
RETURN d.id AS dokumen, coalesce(d.judul, '') AS judul, s.kode AS skpd, s.nama AS unit, d.tahun AS tahun,
       COUNT { (d)-[:HAS_VERSION]->(:Versi) } AS versi,
       COUNT { (d)-[:HAS_VERSION]->(:Versi)<-[:IN_VERSION]-(:Baris) } AS baris,
       COUNT { (s)<-[:OWNED_BY]-(k:Kinerja|KinerjaLama) WHERE k.tahun = d.tahun } AS kinerja,
       COUNT { (d)<-[:ABOUT]-(:Keputusan) } + COUNT {
         MATCH (s)<-[:OWNED_BY]-(k:Kinerja|KinerjaLama)<-[:ABOUT|ABOUT_PAIR]-(e:Keputusan) WHERE k.tahun = d.tahun
         RETURN DISTINCT e
       } AS keputusan,
       COLLECT {
         MATCH (d)-[:HAS_VERSION]->(v:Versi)
         WHERE NOT EXISTS {
           MATCH (:Versi {sha256: v.sha256})<-[:HAS_VERSION]-(:Dokumen)<-[:HAS_DOCUMENT]-(o:SKPD)
           WHERE NOT EXISTS { (o)-[:PART_OF]->(:Pemda {contoh: true}) }
         }
         RETURN DISTINCT v.sha256 ORDER BY v.sha256
       } AS berkas
ORDER BY dokumen
