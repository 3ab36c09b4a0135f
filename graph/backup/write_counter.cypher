// title: Revision and last activities as they were, and writing open again
// params: {revisi: number of the last write, kegiatan: list of activities that wrote last}
MERGE (m:Meta {kode: 'graf'})
SET m.silang_revisi = null, m.revisi = $revisi, m.diubah = timestamp(), m.kegiatan = $kegiatan, m.gerbang = null, m.gerbang_oleh = null, m.gerbang_sampai = null
