// title: A document and its unit
// params: {id: id of the Dokumen}
// returns: {id: id, tahun: year, kode: kode of the unit, nama: its name, jenis: its kind}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
RETURN d.id AS id, d.tahun AS tahun, s.kode AS kode, s.nama AS nama, s.jenis AS jenis
