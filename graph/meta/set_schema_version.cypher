// title: Remember which schema this store has
// params: {skema: number, sidik: digest of its text}
MERGE (m:Meta {kode: 'graf'})
SET m.skema = $skema, m.skema_sidik = $sidik
