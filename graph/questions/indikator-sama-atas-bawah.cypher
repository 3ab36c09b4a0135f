// title: Indikator mana yang sama antara akibat dan sebabnya?
// group: indikator
// description: >
//   Kinerja yang diukur dengan ukuran yang sama dengan kinerja di atasnya. Itu hanya benar bila yang bawah bagian dari yang
//   atas (cascading langsung) dan lingkup atau targetnya berbeda; selain itu, salah satunya salah ukur. Jarak 1 hanya
//   membandingkan akibat dengan sebab langsungnya.
// params: {unit: Perangkat daerah, tahun: Tahun, jarak: Paling jauh (langkah), batas: Baris paling banyak}
// inputs:
//   unit: unit
//   tahun: tahun
//   jarak: {type: bilangan, default: 1, min: 1, max: 6}
// returns:
//   indikator: nama sebagaimana tertulis di bawah
//   id_atas: id kinerja di atas
//   atas: pernyataannya
//   tingkat_atas: tingkatnya
//   target_atas: target sebagaimana tertulis
//   id_bawah: id kinerja di bawah
//   bawah: pernyataannya
//   tingkat_bawah: tingkatnya
//   target_bawah: target sebagaimana tertulis
//   langkah: jarak keduanya
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)<-[n:MEASURES]-(i:Indikator)-[:SAME_MEASURE]->(u:Ukuran)
MATCH p = (k)-[:CAUSES*1..6]->(e:Kinerja)
WHERE length(p) <= $jarak
WITH k, n, i, u, e, min(length(p)) AS langkah
MATCH (e)<-[m:MEASURES]-(:Indikator)-[:SAME_MEASURE]->(u)
RETURN i.nama AS indikator, e.id AS id_atas, e.uraian AS atas, e.tingkat AS tingkat_atas, m.target AS target_atas,
       k.id AS id_bawah, k.uraian AS bawah, k.tingkat AS tingkat_bawah, n.target AS target_bawah, langkah
ORDER BY e.urutan, k.urutan, id_atas, id_bawah, indikator LIMIT $batas
