// title: Components that a nomenclature brought, or that have a code of one (a scan of master data, for an import)
// params: {kode: codes of the list that is imported}
// returns: {kode: code in the one spelling, nama: name, tertulis: code as it was written, tahun: year of the list or null, sumber: file that it came from or null, usang: it stood in no newer list, diatur: fields that a person set, dipakai: kinerja planned as it}
MATCH (n:Komponen)
WHERE n.sumber IS NOT NULL OR n.kode IN $kode
RETURN n.kode AS kode, n.nama AS nama, coalesce(n.kode_nasional, '') AS tertulis, n.tahun AS tahun, n.sumber AS sumber,
       coalesce(n.usang, false) AS usang, coalesce(n.diatur, []) AS diatur,
       COUNT { (n)<-[:PLANNED_AS]-(:Kinerja) } AS dipakai
ORDER BY kode
