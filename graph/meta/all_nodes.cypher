// title: Every node of content, for the content hash (a full scan on purpose; bodies that were only detected are derived)
// returns: {labels: sorted labels, isi: all properties}
MATCH (n) WHERE NOT (n:Meta OR n:Terdeteksi)
UNWIND labels(n) AS l
WITH n, l ORDER BY l
RETURN collect(l) AS labels, properties(n) AS isi
