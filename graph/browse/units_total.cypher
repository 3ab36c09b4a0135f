// title: How many rows the list of units has
// returns: {total: units without a document count once; others once per document, contoh: how many of these are examples, revisi: number of the last write}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
CALL () {
  MATCH (s:SKPD)
  WITH EXISTS { (s)-[:PART_OF]->(:Pemda {contoh: true}) } AS contoh, COUNT { (s)-[:HAS_DOCUMENT]->() } AS dokumen
  WITH contoh, CASE WHEN dokumen = 0 THEN 1 ELSE dokumen END AS baris
  RETURN coalesce(sum(baris), 0) AS total, coalesce(sum(CASE WHEN contoh THEN baris ELSE 0 END), 0) AS contoh
}
RETURN total, contoh, coalesce(m.revisi, 0) AS revisi
