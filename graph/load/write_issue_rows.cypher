// title: Which rows an issue is about
// params: {pasangan: "list of {isu, baris}: ids"}
UNWIND $pasangan AS p
MATCH (i:Isu {id: p.isu})
MATCH (b:Baris {id: p.baris})
CREATE (i)-[:CONCERNS]->(b)
