// title: Every statement of a unit and year, living and former, with the number of the last entry about it
// params: {dokumen: id of the Dokumen}
// returns: {hidup: it lives, id: id, uraian: statement, urut: number of the last entry about it}
MATCH (d:Dokumen {id: $dokumen})<-[:HAS_DOCUMENT]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja|KinerjaLama)
WHERE k.tahun = d.tahun
RETURN k:Kinerja AS hidup, k.id AS id, k.uraian AS uraian,
       reduce(last = 0, n IN [(k)<-[:ABOUT]-(x) | x.urut] | CASE WHEN n > last THEN n ELSE last END) AS urut
ORDER BY id
