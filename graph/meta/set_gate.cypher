// title: Close writing with a reason, or open it again
// params: {alasan: reason in words or null to open}
MERGE (m:Meta {kode: 'graf'})
SET m.gerbang = $alasan
