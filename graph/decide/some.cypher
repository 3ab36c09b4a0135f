// title: Entries of the log by their ids, newest first
// params: {id: list of ids of a Keputusan}
// returns: {keputusan: all properties of the Keputusan}
MATCH (k:Keputusan) WHERE k.id IN $id
RETURN properties(k) AS keputusan
ORDER BY k.urut DESC
