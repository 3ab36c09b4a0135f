// title: A document and its unit, for choosing where a version of it belongs
// params: {id: id of the Dokumen}
// returns: {judul: title, tahun: year, skpd: kode of the unit, nama: its name, revisi: number of the last write, versi: numbers of its versions, unit: "units of the same government, each with kode, nama and the years that it has a document of"}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
OPTIONAL MATCH (m:Meta {kode: 'graf'})
OPTIONAL MATCH (s)-[:PART_OF]->(p:Pemda)
RETURN d.judul AS judul, d.tahun AS tahun, s.kode AS skpd, s.nama AS nama, coalesce(m.revisi, 0) AS revisi,
       COLLECT { MATCH (d)-[:HAS_VERSION]->(v:Versi) RETURN v.nomor ORDER BY v.nomor } AS versi,
       COLLECT {
         MATCH (u:SKPD)
         WHERE u = s OR EXISTS { (u)-[:PART_OF]->(p) }
         WITH u ORDER BY u.nama
         RETURN {kode: u.kode, nama: u.nama, tahun: [(u)-[:HAS_DOCUMENT]->(x) | x.tahun]}
       } AS unit
