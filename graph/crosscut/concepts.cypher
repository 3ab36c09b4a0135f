// title: What people of this regency changed in the glossary, concept by concept
// returns: {nama: name of the concept, catatan: "list of JSON texts, one a change"}
MATCH (n:Konsep)
RETURN n.nama AS nama, coalesce(n.catatan, []) AS catatan
ORDER BY n.kode
