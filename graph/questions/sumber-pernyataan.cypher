// title: Dari dokumen dan baris mana sebuah pernyataan berasal?
// group: bukti
// description: >
//   Setiap baris dokumen yang berlaku yang menyebut kinerja itu, sebagaimana tertulis, dengan apa yang dibaca darinya. Sidik
//   berkas (SHA-256) memastikan berkas mana yang dimaksud.
// params: {kinerja: Kinerja, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun, kinerja: {type: kinerja, choices: kinerja-bawah}}
// returns:
//   tahap: tahap dokumen
//   tempat: tempat dalam berkas
//   tertulis: isi sel sebagaimana tertulis
//   tingkat: tingkat yang dibaca
//   indikator: yang dibaca
//   jabatan: yang dibaca
//   komponen: yang dibaca
//   id_dokumen: id dokumen
//   versi: nomor versi
//   berkas: nama berkas
//   diimpor_pada: waktu impor
//   sidik_berkas: SHA-256
//   id_baris: id baris
MATCH (:Kinerja {id: $kinerja})<-[t:STATES]-(b:Baris)-[:IN_VERSION]->(v:Versi)<-[:HAS_VERSION]-(d:Dokumen)
RETURN t.tahap AS tahap, b.tempat AS tempat, b.sel AS tertulis, b.tingkat AS tingkat, b.indikator AS indikator,
       b.jabatan AS jabatan, b.komponen AS komponen, d.id AS id_dokumen, v.nomor AS versi, v.nama_berkas AS berkas,
       v.diimpor_pada AS diimpor_pada, v.sha256 AS sidik_berkas, b.id AS id_baris
ORDER BY id_dokumen, versi, tahap, b.nomor, id_baris LIMIT $batas
