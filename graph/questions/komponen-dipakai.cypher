// title: Program, kegiatan, atau sub kegiatan ini dipakai siapa dan dengan indikator apa?
// group: jabatan
// description: >
//   Kinerja yang direncanakan dengan komponen yang dipilih atau dengan komponen di bawahnya menurut kodenya. Hanya dokumen
//   yang menulis kode nomenklatur yang terhubung; nama komponen tanpa kode tidak dihitung.
// params: {komponen: Komponen, batas: Baris paling banyak}
// inputs: {komponen: komponen}
// returns:
//   kode_komponen: kode
//   komponen: nama
//   kode_unit: kode perangkat daerah
//   perangkat_daerah: nama
//   tahun: tahun
//   id: id kinerja
//   kinerja: pernyataan
//   tingkat: tingkat
//   indikator: nama sebagaimana tertulis
//   id_indikator: id menurut urutan yang sama
MATCH (c:Komponen)
WHERE c.kode = $komponen OR c.kode STARTS WITH $komponen + '.'
MATCH (c)<-[:PLANNED_AS]-(k:Kinerja)-[:OWNED_BY]->(s:SKPD)
RETURN c.kode AS kode_komponen, c.nama AS komponen, s.kode AS kode_unit, s.nama AS perangkat_daerah, k.tahun AS tahun,
       k.id AS id, k.uraian AS kinerja, k.tingkat AS tingkat,
       COLLECT { MATCH (k)<-[m:MEASURES]-(i:Indikator) RETURN i.nama ORDER BY m.urutan, i.id } AS indikator,
       COLLECT { MATCH (k)<-[m:MEASURES]-(i:Indikator) RETURN i.id ORDER BY m.urutan, i.id } AS id_indikator
ORDER BY kode_komponen, perangkat_daerah, tahun DESC, k.urutan, id LIMIT $batas
