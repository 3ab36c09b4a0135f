// title: The kinerja that a form is about, living or former
// params: {id: id of a Kinerja or KinerjaLama}
// returns: {hidup: it lives, uraian: statement, tingkat: level, urut_tingkat: its number, jenjang: number of levels of its tree, unit: kode and nama, tahun: year, dokumen: id of the Dokumen, urut: number of the last entry about it or its document, revisi: number of the last write}
MATCH (k:Kinerja|KinerjaLama {id: $id})-[:OWNED_BY]->(s:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE d.tahun = k.tahun
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN k:Kinerja AS hidup, k.uraian AS uraian, k.tingkat AS tingkat, coalesce(k.urut_tingkat, 0) AS urut_tingkat,
       reduce(most = 0, n IN [(s)<-[:OWNED_BY]-(o:Kinerja) WHERE o.tahun = k.tahun | o.urut_tingkat] | CASE WHEN n > most THEN n ELSE most END) AS jenjang,
       {kode: s.kode, nama: s.nama} AS unit, k.tahun AS tahun, d.id AS dokumen,
       reduce(last = 0, n IN [(k)<-[:ABOUT]-(x) | x.urut] + [(d)<-[:ABOUT]-(x) | x.urut] | CASE WHEN n > last THEN n ELSE last END) AS urut,
       coalesce(m.revisi, 0) AS revisi
