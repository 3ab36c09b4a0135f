// The graph of Kinerja Graph: constraints and indexes, applied statement by statement by `kinerja schema`, each of them repeatable.
//
//   (Kinerja)-[:CAUSES {asal, alasan, utama, versi}]->(Kinerja)      cause -> effect: tracing up follows the arrow
//   (Kinerja)-[:ASSIGNED_TO {kelompok, alternatif, urutan, nama}]->(Jabatan)-[:IN_UNIT]->(SKPD)-[:PART_OF]->(Pemda)
//   (Indikator {satuan})-[:MEASURES {target, baseline}]->(Kinerja)-[:OWNED_BY]->(SKPD)   (Indikator)-[:SAME_MEASURE]->(Ukuran)
//   (CSF)-[:RAISES]->(Kinerja)   (Dasar)-[:GROUNDS]->(Kinerja)       (Kinerja)-[:PLANNED_AS {asal, nama, jenis}]->(Komponen)
//   (Komponen)-[:PART_OF]->(Komponen)                                  the national nomenclature as a tree, by its codes
//   (Kinerja)-[:NAMES {nama, urutan}]->(Mitra | SKPD)                a partner as the document prints it
//   (SKPD)-[:HAS_DOCUMENT]->(Dokumen)-[:HAS_VERSION|CURRENT]->(Versi)<-[:IN_VERSION]-(Baris)-[:STATES {tahap}]->(Kinerja)
//   (Isu)-[:IN_VERSION]->(Versi)  (Isu)-[:CONCERNS]->(Baris | Kinerja)
//   (Keputusan)-[:ABOUT]->(Kinerja | KinerjaLama | Dokumen)          (KinerjaLama)-[:BECAME]->(Kinerja)
//   (Keputusan)-[:ABOUT_PAIR {nama}]->(Kinerja | KinerjaLama | SKPD | Mitra)   both ends of a crosscutting pair, and the kinerja joined instead
//   (Kinerja)-[:CROSSCUTS|PROPOSES_CROSSCUT|NOT_CROSSCUT {pasangan, urut, jenis, utama, pihak, sebab}]->(Kinerja | SKPD | Mitra)
//     decided: agreed | one side says yes | refused; once for two ends, from the smaller id, or from the kinerja
//   (Kinerja)-[:MAY_CROSSCUT {skor, pita, jenis, alasan}]->(Kinerja | SKPD | Mitra)   detected and undecided: derived, no content
//   (Konsep {nama, varian, dicabut, catatan})                        what people changed in the glossary; the glossary itself comes in files
//
// Master data is keyed by `kode`, what documents say by `id`. `Meta` {kode: 'graf'} holds the revision and the version of
// this schema and is no content. Neo4j Community knows uniqueness only; everything else is checked before it is written.

// Master data, kept by people
CREATE CONSTRAINT pemda_kode IF NOT EXISTS FOR (n:Pemda) REQUIRE n.kode IS UNIQUE;
CREATE CONSTRAINT skpd_kode IF NOT EXISTS FOR (n:SKPD) REQUIRE n.kode IS UNIQUE;
CREATE CONSTRAINT jabatan_kode IF NOT EXISTS FOR (n:Jabatan) REQUIRE n.kode IS UNIQUE;
CREATE CONSTRAINT mitra_kode IF NOT EXISTS FOR (n:Mitra) REQUIRE n.kode IS UNIQUE;
CREATE CONSTRAINT jenjang_kode IF NOT EXISTS FOR (n:Jenjang) REQUIRE n.kode IS UNIQUE;
CREATE CONSTRAINT komponen_kode IF NOT EXISTS FOR (n:Komponen) REQUIRE n.kode IS UNIQUE;
CREATE CONSTRAINT konsep_kode IF NOT EXISTS FOR (n:Konsep) REQUIRE n.kode IS UNIQUE;

// What documents say
CREATE CONSTRAINT dokumen_id IF NOT EXISTS FOR (n:Dokumen) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT versi_id IF NOT EXISTS FOR (n:Versi) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT baris_id IF NOT EXISTS FOR (n:Baris) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT isu_id IF NOT EXISTS FOR (n:Isu) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kinerja_id IF NOT EXISTS FOR (n:Kinerja) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kinerja_lama_id IF NOT EXISTS FOR (n:KinerjaLama) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT indikator_id IF NOT EXISTS FOR (n:Indikator) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT csf_id IF NOT EXISTS FOR (n:CSF) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dasar_id IF NOT EXISTS FOR (n:Dasar) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ukuran_nama_baku IF NOT EXISTS FOR (n:Ukuran) REQUIRE n.nama_baku IS UNIQUE;

// What people decided, and the counter
CREATE CONSTRAINT keputusan_id IF NOT EXISTS FOR (n:Keputusan) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT keputusan_urut IF NOT EXISTS FOR (n:Keputusan) REQUIRE n.urut IS UNIQUE;
CREATE CONSTRAINT meta_kode IF NOT EXISTS FOR (n:Meta) REQUIRE n.kode IS UNIQUE;

// Ways in that are not a key
CREATE INDEX kinerja_sidik IF NOT EXISTS FOR (n:Kinerja) ON (n.sidik);
CREATE INDEX kinerja_tahun IF NOT EXISTS FOR (n:Kinerja) ON (n.tahun);
CREATE INDEX baris_kinerja IF NOT EXISTS FOR (n:Baris) ON (n.kinerja_id);
CREATE INDEX versi_sha256 IF NOT EXISTS FOR (n:Versi) ON (n.sha256);
CREATE INDEX skpd_nama IF NOT EXISTS FOR (n:SKPD) ON (n.nama);
CREATE INDEX jenjang_jenis IF NOT EXISTS FOR (n:Jenjang) ON (n.jenis_unit);
CREATE INDEX isu_kode IF NOT EXISTS FOR (n:Isu) ON (n.kode);

// Search: word forms of Indonesian for sentences, plain words without accents for names and for typing errors
CREATE FULLTEXT INDEX cari_kalimat IF NOT EXISTS FOR (n:Kinerja|Indikator) ON EACH [n.uraian, n.nama]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'indonesian'}};
CREATE FULLTEXT INDEX cari_nama IF NOT EXISTS FOR (n:Kinerja|Indikator|Jabatan|SKPD|Mitra) ON EACH [n.uraian, n.nama, n.alias]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX cari_komponen IF NOT EXISTS FOR (n:Komponen) ON EACH [n.nama]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'indonesian'}};
