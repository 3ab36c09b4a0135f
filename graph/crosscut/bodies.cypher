// title: Outside bodies that kinerja of a government and year name or work with, those that most units name first
// params: {pemda: kode of a Pemda, tahun: year}
// returns: {kode: key, nama: name, jenis: kind, terdeteksi: only texts name it, unit: how many units, kinerja: how many kinerja, disepakati: kinerja that agreed, satu_pihak: kinerja that wait for an answer, ditolak: kinerja that refused}
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)-[r:NAMES|MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]->(m:Mitra)
WITH m, s, k, collect(type(r)) AS tipe
WITH m, count(DISTINCT s) AS unit, count(*) AS kinerja,
     sum(CASE WHEN 'CROSSCUTS' IN tipe THEN 1 ELSE 0 END) AS disepakati,
     sum(CASE WHEN 'PROPOSES_CROSSCUT' IN tipe THEN 1 ELSE 0 END) AS satu_pihak,
     sum(CASE WHEN 'NOT_CROSSCUT' IN tipe THEN 1 ELSE 0 END) AS ditolak
RETURN m.kode AS kode, m.nama AS nama, m.jenis AS jenis, m:Terdeteksi AS terdeteksi, unit, kinerja, disepakati, satu_pihak, ditolak
ORDER BY unit DESC, kinerja DESC, toLower(nama)
