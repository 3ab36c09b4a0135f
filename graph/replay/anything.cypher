// title: Whether the graph holds any content
// returns: {ada: there is at least one node}
RETURN EXISTS { (n) WHERE NOT n:Meta } AS ada
