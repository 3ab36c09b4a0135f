// title: What the subjects of the activity log are called now
// params: {id: list of ids and kode}
// returns: {id: id or kode, jenis: label, teks: statement or title or name}
UNWIND $id AS satu
CALL (satu) {
  MATCH (n:Kinerja|KinerjaLama|Dokumen|Indikator {id: satu})
  RETURN labels(n)[0] AS jenis, coalesce(n.uraian, n.judul, n.nama) AS teks
  UNION
  MATCH (n:SKPD|Jabatan|Mitra|Komponen|Pemda {kode: satu})
  RETURN labels(n)[0] AS jenis, n.nama AS teks
}
RETURN satu AS id, jenis, teks
