// title: Spellings of a unit that a document uses; a list of names that a person set stays as it is
// params: {kode: kode of the unit, alias: spellings}
MATCH (s:SKPD {kode: $kode}) WHERE NOT 'alias' IN coalesce(s.diatur, [])
SET s.alias = coalesce(s.alias, []) + [a IN $alias WHERE NOT a IN coalesce(s.alias, []) AND a <> s.nama]
