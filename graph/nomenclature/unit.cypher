// title: What of a unit and year may be matched to the nomenclature, and what is matched already
// params: {kode: kode of the SKPD, tahun: year or null for the newest with a current version}
// returns: {unit: kode and nama, jenis: kind of unit, tahun: year or null, dokumen: id of the Dokumen or null, kinerja: "each with id, uraian, tingkat, urut_tingkat, komponen, induk (id of its main effect), rencana (list of [kode, nama, asal])", keputusan: "decisions about components, all properties", urut_pohon: number of the last entry about the document or its kinerja, entri: components of the nomenclature in force, sumber: file that the newest of them came from or null, revisi: number of the last write}
MATCH (s:SKPD {kode: $kode})
OPTIONAL MATCH (s)-[:HAS_DOCUMENT]->(d:Dokumen) WHERE $tahun IS NULL OR d.tahun = $tahun
WITH s, d ORDER BY EXISTS { (d)-[:CURRENT]->() } DESC, d.tahun DESC LIMIT 1
OPTIONAL MATCH (m:Meta {kode: 'graf'})
CALL (s, d) {
  CALL (s, d) {
    MATCH (d)<-[:ABOUT]-(x:Keputusan) RETURN x
    UNION ALL
    MATCH (s)<-[:OWNED_BY]-(n:Kinerja|KinerjaLama)<-[:ABOUT]-(x:Keputusan) WHERE n.tahun = d.tahun RETURN x
  }
  RETURN coalesce(max(x.urut), 0) AS urut_pohon, collect(CASE WHEN x.jenis = 'komponen' THEN properties(x) END) AS keputusan
}
RETURN {kode: s.kode, nama: s.nama} AS unit, s.jenis AS jenis, d.tahun AS tahun, d.id AS dokumen,
       COLLECT {
         MATCH (s)<-[:OWNED_BY]-(k:Kinerja) WHERE k.tahun = d.tahun
         WITH k ORDER BY k.urutan, k.id
         RETURN {
           id: k.id, uraian: k.uraian, tingkat: k.tingkat, urut_tingkat: k.urut_tingkat, komponen: k.komponen,
           induk: head([(k)-[:CAUSES {utama: true}]->(i) | i.id]),
           rencana: [(k)-[r:PLANNED_AS]->(c) | [c.kode, c.nama, r.asal]]
         }
       } AS kinerja,
       keputusan, urut_pohon,
       COUNT { (c:Komponen) WHERE c.sumber IS NOT NULL AND c.usang IS NULL } AS entri,
       head(COLLECT { MATCH (c:Komponen) WHERE c.sumber IS NOT NULL RETURN c.sumber ORDER BY c.tahun DESC LIMIT 1 }) AS sumber,
       coalesce(m.revisi, 0) AS revisi
