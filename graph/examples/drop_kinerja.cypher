// title: Kinerja of the examples, living and former, with their indicators, CSF and grounds
MATCH (:Pemda {contoh: true})<-[:PART_OF]-(:SKPD)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama|Indikator)
OPTIONAL MATCH (n)<-[:RAISES|GROUNDS]-(x)
DETACH DELETE x, n
