// title: Kinerja mana yang belum punya jabatan pemegang atau indikator?
// group: jabatan
// description: >
//   Kinerja yang menurut dokumen yang berlaku tidak dipegang jabatan apa pun, tidak punya indikator, atau keduanya. Outcome
//   perangkat daerah sering ditulis tanpa jabatan karena pemegangnya pimpinan; itu tetap disebut di sini.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   komponen: komponen perencanaan
//   belum_ada: jabatan, indikator
//   sumber: tempat dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
WITH k, [x IN [CASE WHEN NOT EXISTS { (k)-[:ASSIGNED_TO]->() } THEN 'jabatan' END,
               CASE WHEN NOT EXISTS { (k)<-[:MEASURES]-() } THEN 'indikator' END] WHERE x IS NOT NULL] AS belum_ada
WHERE size(belum_ada) > 0
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, k.komponen AS komponen, belum_ada,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id LIMIT $batas
