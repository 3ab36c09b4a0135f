// title: Indicators of a version that keep the id of an earlier wording
// params: {versi: id of the Versi}
// returns: {indikator_tetap: "list of texts `id by wording=id kept`"}
MATCH (v:Versi {id: $versi})
RETURN coalesce(v.indikator_tetap, []) AS indikator_tetap
