// title: Partners that no document names any more, no person has touched and nobody decided about; one that a text still names is a detected one again
MATCH (n:Mitra)
WHERE coalesce(n.diatur, []) = [] AND NOT n:Terdeteksi AND NOT EXISTS { (n)-[r]-() WHERE type(r) <> 'MAY_CROSSCUT' }
WITH n, EXISTS { (n)--() } AS disebut
FOREACH (x IN CASE WHEN disebut THEN [n] ELSE [] END | SET x:Terdeteksi, x.asal = 'teks')
FOREACH (x IN CASE WHEN disebut THEN [] ELSE [n] END | DELETE x)
