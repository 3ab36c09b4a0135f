// title: Take away what an earlier fold found (made anew by each fold)
// params: {dokumen: id of the Dokumen}
MATCH (:Dokumen {id: $dokumen})-[:HAS_VERSION]->(:Versi)<-[:IN_VERSION]-(i:Isu {asal: 'lipat'})
DETACH DELETE i
