// title: Neighbours of a node along one type and direction, a page of them
// params: {label: label of the node, kunci: value of the key of that label, jenis: type, keluar: whether the relationships leave the node, lewati: how many to pass over, paling: how many at most}
// returns: {asal: how the server names the node, hubungan: the relationship, simpul: the neighbour}
CALL () {
  MATCH (n:Dokumen|Versi|Baris|Isu|Kinerja|KinerjaLama|Indikator|CSF|Dasar|Keputusan)
  WHERE n.id = $kunci AND $label IN labels(n)
  RETURN n
  UNION
  MATCH (n:Pemda|SKPD|Jabatan|Mitra|Jenjang|Komponen|Konsep|Meta)
  WHERE n.kode = $kunci AND $label IN labels(n)
  RETURN n
  UNION
  MATCH (n:Ukuran)
  WHERE n.nama_baku = $kunci AND $label IN labels(n)
  RETURN n
}
MATCH (n)-[r]-(m) WHERE type(r) = $jenis AND (startNode(r) = n) = $keluar
WITH n, r, m ORDER BY coalesce(m.id, m.kode, m.nama_baku), elementId(r) SKIP $lewati LIMIT $paling
RETURN elementId(n) AS asal, r AS hubungan, m AS simpul
