// title: Whether this graph was never used, that is holds no unit and nothing was ever decided or imported
// returns: {kosong: true or false}
RETURN NOT EXISTS { (:SKPD) } AND NOT EXISTS { (:Keputusan) } AS kosong
