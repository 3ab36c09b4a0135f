// title: A document, its unit, and the part of the register that its cascade is folded with
// params: {id: id of the Dokumen, umum: kind of unit whose ladder serves every kind that has none}
// returns: {id: id, tahun: year, kode: kode of the unit, nama: its name, jenis: its kind, jabatan: "positions that a person has touched, as load/position_names", jenjang: "ladders of its kind and of `umum`, each step as load/ladder with jenis_unit"}
MATCH (d:Dokumen {id: $id})<-[:HAS_DOCUMENT]-(s:SKPD)
CALL (s) {
  MATCH (s)<-[:IN_UNIT]-(j:Jabatan) WHERE coalesce(j.diatur, []) <> []
  WITH j ORDER BY j.kode
  RETURN collect({jabatan: j.kode, nama: j.nama, alias: coalesce(j.alias, [])}) AS jabatan
}
CALL (s) {
  MATCH (l:Jenjang) WHERE l.jenis_unit IN [s.jenis, $umum]
  WITH l ORDER BY l.urut
  RETURN collect({
    jenis_unit: l.jenis_unit, urut: l.urut, tingkat: l.tingkat, alias: coalesce(l.alias, []),
    komponen: coalesce(l.komponen, ''), kelas_jabatan: coalesce(l.kelas_jabatan, '')
  }) AS jenjang
}
RETURN d.id AS id, d.tahun AS tahun, s.kode AS kode, s.nama AS nama, s.jenis AS jenis, jabatan, jenjang
