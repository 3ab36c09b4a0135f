// title: Statements of some kinerja, living or former
// params: {id: list of ids}
// returns: {id: id, uraian: statement}
UNWIND $id AS wanted
MATCH (n:Kinerja|KinerjaLama {id: wanted})
RETURN n.id AS id, n.uraian AS uraian
