// title: The CSF of a unit and year
// params: {csf: "list of {id, nama, isu, sumber}"}
UNWIND $csf AS c
MERGE (n:CSF {id: c.id})
SET n.nama = c.nama, n.isu = c.isu, n.sumber = c.sumber
