// title: Level and owners of every kinerja of a document's unit and year, to tell what a fold changed
// params: {dokumen: id of a Dokumen}
// returns: {id: of the kinerja, uraian: statement, tingkat: level in force, jabatan: codes of its owners}
MATCH (d:Dokumen {id: $dokumen})<-[:HAS_DOCUMENT]-(:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = d.tahun
RETURN k.id AS id, k.uraian AS uraian, k.tingkat AS tingkat, [(k)-[:ASSIGNED_TO]->(j) | j.kode] AS jabatan
ORDER BY k.urutan
