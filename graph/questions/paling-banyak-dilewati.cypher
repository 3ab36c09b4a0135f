// title: Kinerja mana yang paling banyak dilewati jalur ke outcome?
// group: pohon
// description: >
//   Kinerja yang paling banyak kinerja lain bergantung padanya untuk sampai ke outcome. Kinerja paling bawah, yang tidak
//   dilewati apa pun, tidak disebut. Angka besar di dekat outcome wajar; angka besar di bawah menandai simpul yang rawan.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   kinerja_di_bawah: jumlah kinerja yang jalurnya lewat sini
//   paling_bawah: di antaranya, yang tidak punya penopang lagi
//   penopang_langsung: jumlah
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND EXISTS { (k)<-[:CAUSES]-() }
MATCH (k)<-[:CAUSES*1..15]-(b:Kinerja)
WITH k, count(DISTINCT b) AS kinerja_di_bawah,
     count(DISTINCT CASE WHEN NOT EXISTS { (b)<-[:CAUSES]-() } THEN b END) AS paling_bawah
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, kinerja_di_bawah, paling_bawah,
       COUNT { (k)<-[:CAUSES]-() } AS penopang_langsung
ORDER BY kinerja_di_bawah DESC, k.urut_tingkat, k.urutan, id LIMIT $batas
