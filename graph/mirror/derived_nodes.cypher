// title: Bodies that were only detected, which are no content and belong to a copy all the same
// returns: {labels: sorted labels, isi: all properties}
MATCH (n:Terdeteksi)
UNWIND labels(n) AS l
WITH n, l ORDER BY l
RETURN collect(l) AS labels, properties(n) AS isi
