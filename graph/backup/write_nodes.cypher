// title: Nodes as they were, whatever their label
// params: {isi: "list of {labels, isi}: labels and all properties"}
// returns: {kunci: label and key, simpul: how the server names the node until the restore is over}
UNWIND $isi AS row
CREATE (n:$(row.labels))
SET n = row.isi
RETURN row.labels[0] + ':' + coalesce(n.id, n.kode, n.nama_baku) AS kunci, elementId(n) AS simpul
