// title: How many rows the list of units has
// returns: {total: units without a document count once; others once per document}
MATCH (s:SKPD)
WITH COUNT { (s)-[:HAS_DOCUMENT]->() } AS dokumen
RETURN sum(CASE WHEN dokumen = 0 THEN 1 ELSE dokumen END) AS total
