// title: Guidance lines of a version
// params: {versi: id of a Versi}
// returns: {id: id, tahap: stage or null, urutan: place in the stage or null, tempat: place, teks: the line, sel: cells}
MATCH (v:Versi {id: $versi})<-[:IN_VERSION]-(b:Baris {peran: 'trik'})
RETURN b.id AS id, b.tahap AS tahap, b.urutan AS urutan, b.tempat AS tempat, coalesce(b.uraian, '') AS teks, b.sel AS sel
ORDER BY b.nomor LIMIT 200
