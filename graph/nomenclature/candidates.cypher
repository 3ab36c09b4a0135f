// title: Entries of the nomenclature whose words fit each of some texts, best first
// params: {teks: "list of {id, kata}: id of a kinerja, and the words to look for", banyak: entries for each}
// returns: {id: id of the kinerja, calon: "list of [kode, nama, jenis]"}
UNWIND $teks AS t
CALL (t) {
  CALL db.index.fulltext.queryNodes('cari_komponen', t.kata, {limit: $banyak}) YIELD node
  WHERE node.sumber IS NOT NULL AND node.usang IS NULL
  RETURN collect([node.kode, node.nama, node.jenis]) AS calon
}
RETURN t.id AS id, calon
