// title: Take the edges of decided pairs away from these kinerja, to be written anew; a former one loses what was detected too
// params: {id: ids of Kinerja or KinerjaLama}
UNWIND $id AS wanted
MATCH (k:Kinerja|KinerjaLama {id: wanted})-[r:CROSSCUTS|PROPOSES_CROSSCUT|NOT_CROSSCUT|MAY_CROSSCUT]-()
WHERE k:KinerjaLama OR type(r) <> 'MAY_CROSSCUT'
DELETE r
