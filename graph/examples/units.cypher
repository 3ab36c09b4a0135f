// title: Units of every government that is marked as an example, with their documents
// returns: {kode: kode, nama: name, pemda: name of the government, dokumen: ids of its documents, kinerja: "kinerja, living and former"}
MATCH (p:Pemda {contoh: true})<-[:PART_OF]-(s:SKPD)
RETURN s.kode AS kode, s.nama AS nama, p.nama AS pemda,
       COLLECT { MATCH (s)-[:HAS_DOCUMENT]->(d) RETURN d.id ORDER BY d.id } AS dokumen,
       COUNT { (s)<-[:OWNED_BY]-(:Kinerja|KinerjaLama) } AS kinerja
ORDER BY nama, kode
