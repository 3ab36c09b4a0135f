// title: The whole log, oldest first
// returns: {keputusan: all properties of the Keputusan}
MATCH (k:Keputusan) WHERE k.urut > 0
RETURN properties(k) AS keputusan
ORDER BY k.urut
