// title: Master data that the examples share with real units, or alone hold up
// returns: {komponen: codes of the components that they plan with, ukuran: normalised names of their measures}
OPTIONAL MATCH (:Pemda {contoh: true})<-[:PART_OF]-(:SKPD)<-[:OWNED_BY]-(n:Kinerja|Indikator)
OPTIONAL MATCH (n)-[:PLANNED_AS]->(c:Komponen)
OPTIONAL MATCH (n)-[:SAME_MEASURE]->(u:Ukuran)
RETURN collect(DISTINCT c.kode) AS komponen, collect(DISTINCT u.nama_baku) AS ukuran
