// title: Indikator mana di atas tingkat operasional yang masih menghitung keluaran?
// group: indikator
// description: >
//   Indikator pada kinerja yang punya penopang, yang dibuka dengan "Jumlah laporan", "Jumlah dokumen", "Jumlah kegiatan",
//   "Jumlah orang", "Jumlah waktu" dan sejenisnya. Di tingkat itu yang diukur seharusnya hasil. Ini dilihat dari kata
//   pembukanya saja; putuskan sendiri apakah indikatornya memang salah.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   id_indikator: id indikator
//   indikator: nama sebagaimana tertulis
//   satuan: satuan
//   sumber: tempat dalam dokumen
WITH ['jumlah laporan', 'jumlah dokumen', 'jumlah kegiatan', 'jumlah rapat', 'jumlah orang', 'jumlah peserta', 'jumlah waktu',
      'jumlah berkas', 'jumlah unit', 'jumlah paket', 'jumlah kali', 'frekuensi', 'lama waktu', 'waktu '] AS pembuka
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND EXISTS { (k)<-[:CAUSES]-() }
MATCH (k)<-[m:MEASURES]-(i:Indikator)
WHERE any(kata IN pembuka WHERE toLower(i.nama) STARTS WITH kata)
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, i.id AS id_indikator, i.nama AS indikator, i.satuan AS satuan,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) WHERE size(b.indikator) > 0 RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id, m.urutan, id_indikator LIMIT $batas
