// title: Who owns which kinerja
// params: {pasangan: "list of {kinerja, jabatan, kelompok, alternatif, urutan, nama}: id, kode, properties of the edge (nama: as this document prints it)"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MATCH (j:Jabatan {kode: p.jabatan})
CREATE (k)-[:ASSIGNED_TO {kelompok: p.kelompok, alternatif: p.alternatif, urutan: p.urutan, nama: p.nama}]->(j)
