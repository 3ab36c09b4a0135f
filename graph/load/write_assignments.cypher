// title: Who owns which kinerja
// params: {pasangan: "list of {kinerja, jabatan, kelompok, alternatif, urutan}: id, kode, properties of the edge"}
UNWIND $pasangan AS p
MATCH (k:Kinerja {id: p.kinerja})
MATCH (j:Jabatan {kode: p.jabatan})
CREATE (k)-[:ASSIGNED_TO {kelompok: p.kelompok, alternatif: p.alternatif, urutan: p.urutan}]->(j)
