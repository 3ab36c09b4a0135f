// title: Some nodes of each label, as examples of what their properties hold
// returns: {nama: label, isi: list of all properties of at most 40 nodes}
MATCH (n:Pemda) WITH n LIMIT 40 RETURN 'Pemda' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:SKPD) WITH n LIMIT 40 RETURN 'SKPD' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Jabatan) WITH n LIMIT 40 RETURN 'Jabatan' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Mitra) WITH n LIMIT 40 RETURN 'Mitra' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Terdeteksi) WITH n LIMIT 40 RETURN 'Terdeteksi' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Jenjang) WITH n LIMIT 40 RETURN 'Jenjang' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Komponen) WITH n LIMIT 40 RETURN 'Komponen' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Konsep) WITH n LIMIT 40 RETURN 'Konsep' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Dokumen) WITH n LIMIT 40 RETURN 'Dokumen' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Versi) WITH n LIMIT 40 RETURN 'Versi' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Baris) WITH n LIMIT 40 RETURN 'Baris' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Isu) WITH n LIMIT 40 RETURN 'Isu' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Kinerja) WITH n LIMIT 40 RETURN 'Kinerja' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:KinerjaLama) WITH n LIMIT 40 RETURN 'KinerjaLama' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Indikator) WITH n LIMIT 40 RETURN 'Indikator' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Ukuran) WITH n LIMIT 40 RETURN 'Ukuran' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:CSF) WITH n LIMIT 40 RETURN 'CSF' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Dasar) WITH n LIMIT 40 RETURN 'Dasar' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Keputusan) WITH n LIMIT 40 RETURN 'Keputusan' AS nama, collect(properties(n)) AS isi
UNION ALL
MATCH (n:Meta) WITH n LIMIT 40 RETURN 'Meta' AS nama, collect(properties(n)) AS isi
