// title: One entry of the log
// params: {id: id of the Keputusan}
// returns: {keputusan: all properties of the Keputusan}
MATCH (k:Keputusan {id: $id})
RETURN properties(k) AS keputusan
