// title: Take away what an interrupted restore wrote, a piece at a time
// params: {paling: how many nodes}
// returns: {jumlah: how many went}
MATCH (n) WHERE NOT n:Meta
WITH n LIMIT $paling
DETACH DELETE n
RETURN count(*) AS jumlah
