// title: Rows of a version with the use that was made of them
// params: {versi: id of a Versi, peran: use or "" for all, lewati: rows to skip, banyak: rows to return}
// returns: {id: id, tahap: stage or null, urutan: place in the stage or null, tempat: place, sel: cells, peran: use, kinerja: "[id, uraian] or null", isu: codes of issues about it}
MATCH (v:Versi {id: $versi})<-[:IN_VERSION]-(b:Baris)
WHERE b.id = v.id + '-' + toString(b.nomor) AND ($peran = '' OR b.peran = $peran)
WITH b ORDER BY b.nomor SKIP $lewati LIMIT $banyak
RETURN b.id AS id, b.tahap AS tahap, b.urutan AS urutan, b.tempat AS tempat, b.sel AS sel, b.peran AS peran,
       head([(b)-[:STATES]->(k) | [k.id, k.uraian]]) AS kinerja, [(b)<-[:CONCERNS]-(i) | i.kode][..20] AS isu
ORDER BY b.nomor
