// title: Ids of kinerja that begin so, living or gone
// params: {awalan: first letters}
// returns: {id: id}
MATCH (k:Kinerja) WHERE k.id STARTS WITH $awalan
RETURN k.id AS id
UNION
MATCH (k:KinerjaLama) WHERE k.id STARTS WITH $awalan
RETURN k.id AS id
