// title: A document's next version, not yet current
// params: {skpd: kode of the unit, dokumen: map of a Dokumen, versi: map of a Versi}
MATCH (s:SKPD {kode: $skpd})
MERGE (d:Dokumen {id: $dokumen.id})
ON CREATE SET d.jenis = $dokumen.jenis, d.tahun = $dokumen.tahun
SET d.judul = $dokumen.judul
MERGE (s)-[:HAS_DOCUMENT]->(d)
CREATE (d)-[:HAS_VERSION]->(v:Versi {id: $versi.id})
SET v += $versi
