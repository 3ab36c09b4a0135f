// title: Kalau kinerja ini dihapus, kinerja mana yang terdampak?
// group: jalur
// description: >
//   Ke atas: kinerja yang hanya ditopang lewat kinerja ini, sehingga kehilangan seluruh penopangnya. Ke bawah: kinerja yang
//   semua jalurnya melewati kinerja ini, sehingga tidak bermuara ke outcome lagi. Yang masih punya jalan lain tidak
//   disebut. Ini hanya perhitungan; tidak ada yang dihapus.
// params: {kinerja: Kinerja, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun, kinerja: {type: kinerja, choices: kinerja-antara}}
// returns:
//   dampak: kehilangan penopang, atau terputus dari outcome
//   jarak: langkah dari kinerja yang dipilih
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
MATCH (x:Kinerja {id: $kinerja})
CALL (x) {
  MATCH p = (x)-[:CAUSES*1..15]->(k:Kinerja)
  WHERE all(n IN tail(nodes(p)) WHERE COUNT { (n)<-[:CAUSES]-() } = 1)
  RETURN 'kehilangan penopang' AS dampak, k, min(length(p)) AS jarak
  UNION
  MATCH p = (x)<-[:CAUSES*1..15]-(k:Kinerja)
  WITH x, k, min(length(p)) AS jarak
  WHERE NOT EXISTS {
    MATCH lain = (k)-[:CAUSES*1..15]->(r)
    WHERE NOT x IN nodes(lain) AND NOT EXISTS { (r)-[:CAUSES]->() }
  }
  RETURN 'terputus dari outcome' AS dampak, k, jarak
}
RETURN dampak, jarak, k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat
ORDER BY dampak, jarak, k.urutan, id LIMIT $batas
