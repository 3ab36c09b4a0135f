// title: The same measure in several units; territories of one kind count as one, housekeeping does not count
// params: {pemda: kode of a Pemda, tahun: year, unit: kode of an SKPD that must be among them or empty, wilayah: kinds of unit whose documents follow one template, umum: phrases of housekeeping, lewati: groups to skip, banyak: groups to return, anggota: kinerja of a group to return}
// returns: {total: groups in all, isi: "list of {kunci, nama, unit: how many units, jumlah: kinerja in all, anggota: list of [id, statement, level, its number, kode of the unit, its name, what is the same as it stands there]}"}
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND none(f IN $umum WHERE toLower(k.uraian) CONTAINS f)
  AND NOT EXISTS { (k)-[:CAUSES*0..4]->(:Kinerja)-[:PLANNED_AS]->(n:Komponen) WHERE split(n.kode, '.')[2] = '01' }
MATCH (k)<-[:MEASURES]-(i:Indikator)-[:SAME_MEASURE]->(u:Ukuran)
WITH u, k, s, min(i.nama) AS hal
WITH u, min(hal) AS nama, collect({k: k, s: s, hal: hal}) AS anggota
UNWIND anggota AS x
WITH u.nama_baku AS kunci, nama, x.k AS k, x.s AS s, x.hal AS hal
WITH kunci, nama, k, s, hal ORDER BY s.nama, k.urutan, k.id
WITH kunci, nama, collect({k: k, s: s, hal: hal}) AS semua,
     count(DISTINCT s) AS unit, count(DISTINCT CASE WHEN s.jenis IN $wilayah THEN s.jenis ELSE s.kode END) AS jenis
WHERE jenis > 1 AND ($unit = '' OR any(x IN semua WHERE x.s.kode = $unit))
WITH kunci, nama, semua, unit ORDER BY unit DESC, nama, kunci
WITH collect({kunci: kunci, nama: nama, unit: unit, jumlah: size(semua), anggota: [x IN semua[..$anggota] |
       [x.k.id, x.k.uraian, x.k.tingkat, x.k.urut_tingkat, x.s.kode, x.s.nama, x.hal]]}) AS daftar
RETURN size(daftar) AS total, daftar[$lewati..$lewati + $banyak] AS isi
