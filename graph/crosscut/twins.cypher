// title: One official sentence in units of one kind of territory, or in every secretariat; shown folded, never ranked
// params: {pemda: kode of a Pemda, tahun: year, unit: kode of an SKPD that must be among them or empty, wilayah: kinds of unit whose documents follow one template, umum: phrases of housekeeping, macam: kind that is wanted or empty, lewati: groups to skip, banyak: groups to return, anggota: kinerja of a group to return}
// returns: {total: groups in all, isi: "list of {jenis: kembar templat or sekretariat, uraian: the sentence, jenis_unit: kinds of units, unit: how many units, anggota: list of [id, kode of the unit, its name]}"}
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH s, k, any(f IN $umum WHERE toLower(k.uraian) CONTAINS f)
  OR EXISTS { (k)-[:CAUSES*0..4]->(:Kinerja)-[:PLANNED_AS]->(n:Komponen) WHERE split(n.kode, '.')[2] = '01' } AS kantor
WHERE kantor OR s.jenis IN $wilayah
WITH s, k, CASE WHEN kantor THEN 'sekretariat' ELSE 'kembar templat' END AS jenis, CASE WHEN kantor THEN '' ELSE s.jenis END AS satu
ORDER BY s.nama, k.urutan, k.id
WITH jenis, satu, k.sidik AS sidik, min(k.uraian) AS uraian, collect([k.id, s.kode, s.nama]) AS anggota,
     collect(DISTINCT s.jenis) AS jenis_unit, count(DISTINCT s) AS unit
WHERE unit > 1 AND $macam IN ['', jenis] AND ($unit = '' OR any(x IN anggota WHERE x[1] = $unit))
WITH * ORDER BY jenis, unit DESC, uraian
WITH collect({jenis: jenis, uraian: uraian, jenis_unit: jenis_unit, unit: unit, anggota: anggota[..$anggota]}) AS daftar
RETURN size(daftar) AS total, daftar[$lewati..$lewati + $banyak] AS isi
