// title: Names of the national nomenclature in force, as background for how rare a word is (a scan of master data)
// returns: {nama: name}
MATCH (n:Komponen) WHERE n.sumber IS NOT NULL AND n.usang IS NULL
RETURN DISTINCT n.nama AS nama
