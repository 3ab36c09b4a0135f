// title: Bodies that no text names any more and that nobody kept
MATCH (n:Terdeteksi) WHERE NOT EXISTS { (n)--() }
DELETE n
