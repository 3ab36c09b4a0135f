// title: Berapa persen indikator yang sudah berorientasi hasil, per tingkat?
// group: indikator
// description: >
//   Bagian indikator yang tidak menghitung laporan, dokumen, kegiatan, orang, atau waktu, menurut kata pembukanya. Ini angka
//   petunjuk untuk evaluasi, bukan nilainya: "Persentase pelaksanaan kegiatan" dihitung sebagai hasil karena kata pembukanya.
// params: {pemda: Pemerintah daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {pemda: pemda, tahun: {type: tahun, choices: tahun-pemda}}
// returns:
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   urut: nomor tingkat dari atas
//   tingkat: tingkat
//   jumlah_indikator: jumlah
//   menghitung_keluaran: jumlah
//   persen_hasil: persen yang tidak menghitung keluaran
WITH ['jumlah laporan', 'jumlah dokumen', 'jumlah kegiatan', 'jumlah rapat', 'jumlah orang', 'jumlah peserta', 'jumlah waktu',
      'jumlah berkas', 'jumlah unit', 'jumlah paket', 'jumlah kali', 'frekuensi', 'lama waktu', 'waktu '] AS pembuka
MATCH (:Pemda {kode: $pemda})<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun
MATCH (k)<-[:MEASURES]-(i:Indikator)
WITH s, k, CASE WHEN any(kata IN pembuka WHERE toLower(i.nama) STARTS WITH kata) THEN 1 ELSE 0 END AS keluaran
WITH s, k.urut_tingkat AS urut, k.tingkat AS tingkat, count(*) AS jumlah_indikator, sum(keluaran) AS menghitung_keluaran
RETURN s.kode AS kode_unit, s.nama AS perangkat_daerah, urut, tingkat, jumlah_indikator, menghitung_keluaran,
       round(100.0 * (jumlah_indikator - menghitung_keluaran) / jumlah_indikator, 1) AS persen_hasil
ORDER BY perangkat_daerah, kode_unit, urut, tingkat LIMIT $batas
