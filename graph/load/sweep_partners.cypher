// title: Partners that no document names any more and no person has touched
MATCH (n:Mitra)
WHERE coalesce(n.diatur, []) = [] AND NOT EXISTS { (n)--() }
DELETE n
