// title: Kinerja mana yang tidak bermuara ke outcome?
// group: jalur
// description: >
//   Kinerja yang jalurnya ke atas terputus sebelum sampai ke tingkat tertinggi pohon itu. Kosong berarti baik: setiap kinerja
//   bermuara ke outcome. Ini tidak menilai apakah hubungannya masuk akal.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   putus_di_id: id kinerja terakhir yang tercapai
//   putus_di: pernyataannya
//   sumber: tempat dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH collect(k) AS semua, min(k.urut_tingkat) AS tertinggi
UNWIND semua AS k
WITH k, tertinggi
WHERE coalesce(k.urut_tingkat > tertinggi, true)
  AND NOT EXISTS { (k)-[:CAUSES*1..15]->(o:Kinerja) WHERE o.urut_tingkat = tertinggi }
CALL (k) {
  MATCH p = (k)-[:CAUSES*0..15]->(r:Kinerja)
  WHERE NOT EXISTS { (r)-[:CAUSES]->() }
  RETURN r ORDER BY length(p) DESC, r.id LIMIT 1
}
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, r.id AS putus_di_id, r.uraian AS putus_di,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id LIMIT $batas
