// title: Master data; all of it but the positions, partners and components that only documents made
// returns: {label: kind, isi: all properties, induk: key of the Pemda or SKPD that it belongs to or null}
MATCH (n:Pemda|SKPD|Mitra|Jenjang|Komponen|Konsep)
WHERE coalesce(n.diatur, []) <> [] OR NOT (n:Mitra OR coalesce(n.dari, '') = 'dokumen')
RETURN labels(n)[0] AS label, properties(n) AS isi, head([(n)-[:PART_OF]->(p) | p.kode]) AS induk
UNION
MATCH (n:Jabatan) WHERE coalesce(n.diatur, []) <> []
RETURN 'Jabatan' AS label, properties(n) AS isi, head([(n)-[:IN_UNIT]->(s) | s.kode]) AS induk
