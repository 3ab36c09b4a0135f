// title: Apa saja kinerja sebuah jabatan, dan untuk outcome apa?
// group: jabatan
// description: >
//   Kinerja yang dipegang jabatan itu menurut dokumen yang berlaku, dari tingkat tertinggi, masing-masing dengan kinerja di
//   atasnya dan outcome di ujung jalur utamanya. "Bersama" menyebut jabatan lain yang memegang kinerja yang sama.
// params: {jabatan: Jabatan, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, jabatan: jabatan, tahun: {type: tahun, choices: tahun-jabatan}}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   komponen: komponen perencanaan
//   bersama: jabatan lain yang memegangnya
//   id_di_atas: id kinerja di atas
//   agar: pernyataannya
//   id_outcome: id outcome
//   outcome: pernyataannya
//   sumber: tempat dalam dokumen
MATCH (j:Jabatan {kode: $jabatan})<-[:ASSIGNED_TO]-(k:Kinerja)
WHERE k.tahun = $tahun
OPTIONAL CALL (k) {
  MATCH p = (k)-[:CAUSES*1..15 {utama: true}]->(o:Kinerja)
  RETURN nodes(p)[1] AS atas, o ORDER BY length(p) DESC, o.id LIMIT 1
}
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, k.komponen AS komponen,
       COLLECT { MATCH (k)-[a:ASSIGNED_TO]->(l:Jabatan) WHERE l <> j RETURN l.nama ORDER BY a.urutan, l.kode } AS bersama,
       atas.id AS id_di_atas, atas.uraian AS agar, o.id AS id_outcome, o.uraian AS outcome,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) WHERE size(b.jabatan) > 0 RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urut_tingkat, k.urutan, id LIMIT $batas
