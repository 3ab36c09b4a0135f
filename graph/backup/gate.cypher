// title: Who has closed writing
// returns: {alasan: reason or null, oleh: who or null}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN m.gerbang AS alasan, m.gerbang_oleh AS oleh
