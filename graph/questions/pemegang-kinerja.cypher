// title: Siapa yang memegang kinerja tentang suatu hal?
// group: jabatan
// description: >
//   Kinerja yang pernyataannya memuat kata yang dicari, dengan jabatan yang memegangnya dan komponen perencanaannya. Kata
//   dan tingkat kosong: semua kinerja. Jabatan kosong: dokumen tidak menyebut pemegangnya. Jabatan disebut sebagaimana di dokumen, tanpa
//   nama orang.
// params: {unit: Perangkat daerah, tahun: Tahun, tingkat: Tingkat, kata: Kata dalam pernyataan, batas: Baris paling banyak}
// inputs:
//   unit: unit
//   tahun: tahun
//   tingkat: {type: tingkat, default: "", wajib: false}
//   kata: {type: teks, default: "", wajib: false}
// returns:
//   kode_jabatan: kode jabatan
//   jabatan: nama
//   bersama: ya bila jabatan lain dapat menggantikannya, dari sel yang sama
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   komponen: komponen perencanaan
//   sumber: tempat dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND $tingkat IN ['', k.tingkat] AND toLower(k.uraian) CONTAINS toLower(trim($kata))
OPTIONAL MATCH (k)-[a:ASSIGNED_TO]->(j:Jabatan)
RETURN j.kode AS kode_jabatan, j.nama AS jabatan, CASE WHEN j IS NULL THEN null WHEN a.alternatif THEN 'ya' ELSE 'tidak' END AS bersama,
       k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, k.komponen AS komponen,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) WHERE size(b.jabatan) > 0 RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id, a.urutan, kode_jabatan LIMIT $batas
