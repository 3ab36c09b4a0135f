// title: Former kinerja that a document says again take their living label back
// params: {hidup: ids that live}
UNWIND $hidup AS id
MATCH (k:KinerjaLama {id: id})
REMOVE k:KinerjaLama
SET k:Kinerja
