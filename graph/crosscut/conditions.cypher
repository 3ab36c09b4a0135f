// title: Every kinerja as the detector of overlaps sees it (a scan on purpose)
// returns: {id: id, unit: kode of its unit, jenis_unit: kind of unit, pemda: kode of its government, tahun: year, uraian: statement, tingkat: level, sidik_makna: digest of what the statement is about, indikator: "list of [place, name]", induk: "list of [whether reports follow it, id of the effect]", kode: codes of its components, sebutan: "list of [place, partner as printed, skpd:<kode> or mitra:<kode>]"}
MATCH (k:Kinerja)-[:OWNED_BY]->(s:SKPD)-[:PART_OF]->(p:Pemda)
RETURN k.id AS id, s.kode AS unit, s.jenis AS jenis_unit, p.kode AS pemda, k.tahun AS tahun, k.uraian AS uraian,
       k.tingkat AS tingkat, k.sidik_makna AS sidik_makna,
       [(k)<-[m:MEASURES]-(i:Indikator) | [m.urutan, i.nama]] AS indikator,
       [(k)-[c:CAUSES]->(e:Kinerja) | [c.utama, e.id]] AS induk,
       [(k)-[:PLANNED_AS]->(n:Komponen) | n.kode] AS kode,
       [(k)-[r:NAMES]->(m:Mitra|SKPD) | [r.urutan, r.nama, CASE WHEN m:SKPD THEN 'skpd:' ELSE 'mitra:' END + m.kode]] AS sebutan
