// title: Open writing again, if this caller closed it
// params: {oleh: who closed it}
MATCH (m:Meta {kode: 'graf', gerbang_oleh: $oleh})
SET m.gerbang = null, m.gerbang_oleh = null, m.gerbang_sampai = null
