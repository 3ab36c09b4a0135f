// title: No version of the document is current (until the next query says which)
// params: {dokumen: id of the Dokumen}
MATCH (:Dokumen {id: $dokumen})-[r:CURRENT]->()
DELETE r
