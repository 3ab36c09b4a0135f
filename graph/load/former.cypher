// title: Statements that some version of a document made and that do not live any more, each as its latest version says it
// params: {id: id of the Dokumen, hidup: ids that live, terpisah: "list of texts `id of a Versi id of a kinerja`: its rows there speak of another one"}
// returns: {id: id of the kinerja, uraian: statement, tingkat: level as that row says it}
MATCH (:Dokumen {id: $id})-[:HAS_VERSION]->(v:Versi)<-[:IN_VERSION]-(b:Baris)
WHERE b.kinerja_id <> '' AND b.jenis IN ['kinerja', 'outcome'] AND NOT b.kinerja_id IN $hidup
      AND NOT v.id + ' ' + b.kinerja_id IN $terpisah
WITH b.kinerja_id AS id, b.uraian AS uraian, b.tingkat AS tingkat
ORDER BY v.nomor DESC, b.nomor, b.id
WITH id, collect(uraian) AS uraian, [t IN collect(tingkat) WHERE t <> ''] AS tingkat
RETURN id, uraian[0] AS uraian, coalesce(tingkat[0], '') AS tingkat
ORDER BY id
