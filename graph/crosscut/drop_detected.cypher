// title: Pairs that people have spoken of are detected ones no more, but those that are asked again
// params: {pasangan: "list of {a: id of a Kinerja, kinerja: id of the other end or null, skpd: kode of the unit that it is or null, mitra: kode of the body that it is or null}", ulang: take away those that are asked again too}
UNWIND $pasangan AS p
MATCH (a:Kinerja {id: p.a})-[r:MAY_CROSSCUT]-(b)
WHERE (b.id = p.kinerja OR (b:SKPD AND b.kode = p.skpd) OR (b:Mitra AND b.kode = p.mitra))
      AND ($ulang OR NOT coalesce(r.ulang, false))
DELETE r
