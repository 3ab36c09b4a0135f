// title: Whether the examples are wanted in this graph, and how many of their documents are there
// returns: {keadaan: "diminta, dimuat, dibuang, or empty: nobody asked for them", revisi: number of the last write, dokumen: number of documents}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.contoh, '') AS keadaan, coalesce(m.revisi, 0) AS revisi,
       COUNT { (:Pemda {contoh: true})<-[:PART_OF]-(:SKPD)-[:HAS_DOCUMENT]->(:Dokumen) } AS dokumen
