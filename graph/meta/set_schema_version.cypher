// title: Remember which schema this store has
// params: {skema: number}
MERGE (m:Meta {kode: 'graf'})
SET m.skema = $skema
