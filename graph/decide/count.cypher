// title: How many entries of the log there are
// params: {subjek: id or empty, unit: kode of the unit or empty, tahun: year or null}
// returns: {jumlah: number}
MATCH (k:Keputusan)-[:ABOUT|ABOUT_PAIR]->(n {id: k.subjek})
WHERE k.urut > 0 AND ($subjek = '' OR k.subjek = $subjek OR EXISTS { (k)-[:ABOUT_PAIR]->({id: $subjek}) })
MATCH (n)-[:OWNED_BY|HAS_DOCUMENT]-(s:SKPD)
WHERE ($unit = '' OR s.kode = $unit OR EXISTS { (k)-[:ABOUT_PAIR]->()-[:OWNED_BY*0..1]->(:SKPD {kode: $unit}) })
      AND ($tahun IS NULL OR n.tahun = $tahun)
RETURN count(k) AS jumlah
