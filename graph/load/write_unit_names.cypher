// title: Spellings of a unit that a document uses; a list of names that a person set stays as it is
// params: {kode: kode of the unit, alias: spellings}
MATCH (s:SKPD {kode: $kode}) WHERE NOT 'alias' IN s.diatur
SET s.alias = s.alias + [a IN $alias WHERE NOT a IN s.alias AND a <> s.nama]
