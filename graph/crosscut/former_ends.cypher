// title: Former kinerja about which somebody decided a pair
// returns: {id: id}
MATCH (n:KinerjaLama) WHERE EXISTS { (n)<-[:ABOUT_PAIR]-() }
RETURN n.id AS id
