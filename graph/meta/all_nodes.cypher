// title: Every node of content, for the content hash (a full scan on purpose)
// returns: {labels: sorted labels, isi: all properties}
MATCH (n) WHERE NOT n:Meta
UNWIND labels(n) AS l
WITH n, l ORDER BY l
RETURN collect(l) AS labels, properties(n) AS isi
