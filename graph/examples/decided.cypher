// title: What people decided about the examples; the imports that the service made itself are not counted
// params: {alasan: reason that the service gives for its own imports}
// returns: {keputusan: number of entries}
RETURN COUNT {
  MATCH (:Pemda {contoh: true})<-[:PART_OF]-(s:SKPD)
  MATCH (s)-[:HAS_DOCUMENT]->(d)<-[:ABOUT]-(k:Keputusan) WHERE k.alasan <> $alasan
  RETURN k
} + COUNT {
  MATCH (:Pemda {contoh: true})<-[:PART_OF]-(:SKPD)<-[:OWNED_BY]-(:Kinerja|KinerjaLama)<-[:ABOUT|ABOUT_PAIR]-(e:Keputusan)
  RETURN DISTINCT e
} AS keputusan
