// title: How many things about a document wait for a person's decision
// params: {dokumen: id of the Dokumen, menunggu: number}
MATCH (d:Dokumen {id: $dokumen})
SET d.menunggu = $menunggu
