// title: Write steps of ladders that are not there yet; a person's own words stay
// params: {jenjang: list of Jenjang as maps}
UNWIND $jenjang AS j
MERGE (n:Jenjang {kode: j.kode})
ON CREATE SET n = j
