// title: A unit, its document of a year, and the names that its template offers
// params: {kode: kode of the SKPD, tahun: year or null for the newest}
// returns: {nama: name, jenis: kind of unit, pemda: name of its government or null, contoh: it is an example, dokumen: id of the Dokumen or null, tahun: its year or null, judul: its title or null, jabatan: names of its positions, mitra: names of partners}
MATCH (s:SKPD {kode: $kode})
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE $tahun IS NULL OR d.tahun = $tahun
WITH s, p, d ORDER BY d.tahun DESC LIMIT 1
RETURN s.nama AS nama, coalesce(s.jenis, '') AS jenis, p.nama AS pemda, coalesce(p.contoh, false) AS contoh,
       d.id AS dokumen, d.tahun AS tahun, d.judul AS judul,
       COLLECT { MATCH (s)<-[:IN_UNIT]-(j:Jabatan) RETURN j.nama ORDER BY j.nama LIMIT 500 } AS jabatan,
       COLLECT { MATCH (p)<-[:PART_OF]-(o:SKPD) WHERE o <> s RETURN o.nama ORDER BY o.nama LIMIT 500 }
         + COLLECT { MATCH (m:Mitra) WHERE NOT m:Terdeteksi RETURN m.nama ORDER BY m.nama LIMIT 500 } AS mitra
