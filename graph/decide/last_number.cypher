// title: Number of the last entry of the log
// returns: {urut: number or 0}
OPTIONAL MATCH (k:Keputusan) WHERE k.urut > 0
WITH k.urut AS urut ORDER BY urut DESC LIMIT 1
RETURN coalesce(urut, 0) AS urut
