// title: Count this write, lock out the others until it is done, see whether writing is allowed, and remember who writes
// params: {kegiatan: number of the activity that writes or null}
// returns: {revisi: number of this write, gerbang: why writing is closed or null}
// The last 256 activities are remembered: enough for every one that could still be open when the service is killed.
MERGE (m:Meta {kode: 'graf'})
SET m.revisi = coalesce(m.revisi, 0) + 1, m.diubah = timestamp()
SET m.kegiatan = CASE WHEN $kegiatan IS NULL THEN m.kegiatan
  ELSE [x IN coalesce(m.kegiatan, []) WHERE NOT x STARTS WITH toString($kegiatan) + '='][-255..]
       + (toString($kegiatan) + '=' + toString(m.revisi)) END
RETURN m.revisi AS revisi,
       CASE WHEN coalesce(m.gerbang_sampai, timestamp() + 1) > timestamp() THEN m.gerbang END AS gerbang
