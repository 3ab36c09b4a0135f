// title: Governments that are examples, with their units and positions, once their documents are gone
// returns: {unit: number of units}
MATCH (p:Pemda {contoh: true})
OPTIONAL MATCH (p)<-[:PART_OF]-(s:SKPD)
OPTIONAL MATCH (s)<-[:IN_UNIT]-(j:Jabatan)
WITH p, collect(DISTINCT s) AS units, collect(DISTINCT j) AS positions
FOREACH (j IN positions | DETACH DELETE j)
FOREACH (s IN units | DETACH DELETE s)
DETACH DELETE p
RETURN sum(size(units)) AS unit
