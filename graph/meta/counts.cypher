// title: Revision and numbers of this graph, from the counters the store keeps anyway
// returns: {revisi: number of the last write, skema: version of the schema, unit: units, dokumen: documents, kinerja: live kinerja, hubungan: CAUSES, keputusan: entries of the log}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.revisi, 0) AS revisi, m.skema AS skema,
       COUNT { (:SKPD) } AS unit, COUNT { (:Dokumen) } AS dokumen, COUNT { (:Kinerja) } AS kinerja,
       COUNT { ()-[:CAUSES]->() } AS hubungan, COUNT { (:Keputusan) } AS keputusan
