// title: Kinerja mana yang dipegang lebih dari satu jabatan?
// group: jabatan
// description: >
//   Kinerja dengan beberapa pemegang. "Pilihan" berarti ditulis dalam satu sel ("kasi/jafung/analisis"), sehingga siapa yang
//   bertanggung jawab belum pasti; "bersama" berarti ditulis sendiri-sendiri.
// params: {unit: Perangkat daerah, tahun: Tahun, batas: Baris paling banyak}
// inputs: {unit: unit, tahun: tahun}
// returns:
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat yang dipakai
//   jumlah_jabatan: jumlah
//   jabatan: nama menurut urutan di dokumen
//   kode_jabatan: kode menurut urutan yang sama
//   ditulis: pilihan atau bersama
//   sumber: tempat dalam dokumen
MATCH (:SKPD {kode: $unit})<-[:OWNED_BY]-(k:Kinerja)
WHERE k.tahun = $tahun AND COUNT { (k)-[:ASSIGNED_TO]->() } > 1
RETURN k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat, COUNT { (k)-[:ASSIGNED_TO]->(:Jabatan) } AS jumlah_jabatan,
       COLLECT { MATCH (k)-[a:ASSIGNED_TO]->(j:Jabatan) RETURN j.nama ORDER BY a.urutan, j.kode } AS jabatan,
       COLLECT { MATCH (k)-[a:ASSIGNED_TO]->(j:Jabatan) RETURN j.kode ORDER BY a.urutan, j.kode } AS kode_jabatan,
       CASE WHEN EXISTS { (k)-[a:ASSIGNED_TO]->(:Jabatan) WHERE a.alternatif } THEN 'pilihan' ELSE 'bersama' END AS ditulis,
       COLLECT { MATCH (k)<-[:STATES]-(b:Baris) WHERE size(b.jabatan) > 0 RETURN b.tempat ORDER BY b.tahap, b.nomor LIMIT 10 } AS sumber
ORDER BY k.urutan, id LIMIT $batas
