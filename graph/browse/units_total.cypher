// title: How many rows the list of units has
// returns: {total: units without a document count once; others once per document, revisi: number of the last write}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
CALL () {
  MATCH (s:SKPD)
  WITH COUNT { (s)-[:HAS_DOCUMENT]->() } AS dokumen
  RETURN coalesce(sum(CASE WHEN dokumen = 0 THEN 1 ELSE dokumen END), 0) AS total
}
RETURN total, coalesce(m.revisi, 0) AS revisi
