// title: The documents of a unit
// params: {skpd: code of the SKPD}
// returns: {id: of the Dokumen}
MATCH (:SKPD {kode: $skpd})-[:HAS_DOCUMENT]->(d:Dokumen)
RETURN d.id AS id
ORDER BY id
