// title: Some relationships of each type that has properties, as examples of what they hold
// returns: {nama: type, isi: list of all properties of at most 40 relationships}
MATCH ()-[r:CAUSES]->() WITH r LIMIT 40 RETURN 'CAUSES' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:ASSIGNED_TO]->() WITH r LIMIT 40 RETURN 'ASSIGNED_TO' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:MEASURES]->() WITH r LIMIT 40 RETURN 'MEASURES' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:PLANNED_AS]->() WITH r LIMIT 40 RETURN 'PLANNED_AS' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:NAMES]->() WITH r LIMIT 40 RETURN 'NAMES' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:STATES]->() WITH r LIMIT 40 RETURN 'STATES' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:ABOUT_PAIR]->() WITH r LIMIT 40 RETURN 'ABOUT_PAIR' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:CROSSCUTS]->() WITH r LIMIT 40 RETURN 'CROSSCUTS' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:PROPOSES_CROSSCUT]->() WITH r LIMIT 40 RETURN 'PROPOSES_CROSSCUT' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:NOT_CROSSCUT]->() WITH r LIMIT 40 RETURN 'NOT_CROSSCUT' AS nama, collect(properties(r)) AS isi
UNION ALL
MATCH ()-[r:MAY_CROSSCUT]->() WITH r LIMIT 40 RETURN 'MAY_CROSSCUT' AS nama, collect(properties(r)) AS isi
