// title: Close writing for a while, unless somebody else has closed it; waits for the write that is under way
// params: {alasan: reason in words, oleh: who closes it, milidetik: how long unless it is said again or null until it is opened}
// returns: {tertutup: whether it is closed by this caller now, gerbang: why it is closed, revisi: number of the last write}
MERGE (m:Meta {kode: 'graf'})
SET m.gerbang_diminta = $oleh
WITH m, m.gerbang IS NULL OR m.gerbang_oleh = $oleh OR m.gerbang_sampai <= timestamp() AS bebas
SET m.gerbang = CASE WHEN bebas THEN $alasan ELSE m.gerbang END,
    m.gerbang_sampai = CASE WHEN bebas THEN timestamp() + $milidetik ELSE m.gerbang_sampai END,
    m.gerbang_oleh = CASE WHEN bebas THEN $oleh ELSE m.gerbang_oleh END,
    m.gerbang_diminta = null
RETURN m.gerbang_oleh = $oleh AS tertutup, m.gerbang AS gerbang, coalesce(m.revisi, 0) AS revisi
