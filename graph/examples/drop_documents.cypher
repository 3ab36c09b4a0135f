// title: Documents of the examples with their versions, rows and what was found in them
MATCH (:Pemda {contoh: true})<-[:PART_OF]-(:SKPD)-[:HAS_DOCUMENT]->(d:Dokumen)
OPTIONAL MATCH (d)-[:HAS_VERSION]->(v:Versi)
OPTIONAL MATCH (v)<-[:IN_VERSION]-(x:Baris|Isu)
DETACH DELETE x, v, d
