// title: Every unit with its names, to find the one a document speaks of (master data, a few hundred at most)
// returns: {kode: key, nama: name, alias: other spellings, jenis: kind, singkatan: short name for ids, pemda: name of its pemda or null, pemda_kode: its key or null, contoh: belongs to an example}
MATCH (s:SKPD)
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
RETURN s.kode AS kode, s.nama AS nama, coalesce(s.alias, []) AS alias, s.jenis AS jenis, s.singkatan AS singkatan,
       p.nama AS pemda, p.kode AS pemda_kode, coalesce(p.contoh, false) AS contoh
ORDER BY kode
