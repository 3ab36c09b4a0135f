// title: How many neighbours a node has, by type and direction, from its degrees
// params: {label: label of the node, kunci: value of the key of that label}
// returns: {hitungan: "list of [type, keluar or masuk, number], only where there are any"}
CALL () {
  MATCH (n:Dokumen|Versi|Baris|Isu|Kinerja|KinerjaLama|Indikator|CSF|Dasar|Keputusan)
  WHERE n.id = $kunci AND $label IN labels(n)
  RETURN n
  UNION
  MATCH (n:Pemda|SKPD|Jabatan|Mitra|Jenjang|Komponen|Konsep|Meta)
  WHERE n.kode = $kunci AND $label IN labels(n)
  RETURN n
  UNION
  MATCH (n:Ukuran)
  WHERE n.nama_baku = $kunci AND $label IN labels(n)
  RETURN n
}
WITH [['CAUSES', 'keluar', COUNT { (n)-[:CAUSES]->() }], ['CAUSES', 'masuk', COUNT { (n)<-[:CAUSES]-() }],
      ['OWNED_BY', 'keluar', COUNT { (n)-[:OWNED_BY]->() }], ['OWNED_BY', 'masuk', COUNT { (n)<-[:OWNED_BY]-() }],
      ['ASSIGNED_TO', 'keluar', COUNT { (n)-[:ASSIGNED_TO]->() }], ['ASSIGNED_TO', 'masuk', COUNT { (n)<-[:ASSIGNED_TO]-() }],
      ['IN_UNIT', 'keluar', COUNT { (n)-[:IN_UNIT]->() }], ['IN_UNIT', 'masuk', COUNT { (n)<-[:IN_UNIT]-() }],
      ['PART_OF', 'keluar', COUNT { (n)-[:PART_OF]->() }], ['PART_OF', 'masuk', COUNT { (n)<-[:PART_OF]-() }],
      ['MEASURES', 'keluar', COUNT { (n)-[:MEASURES]->() }], ['MEASURES', 'masuk', COUNT { (n)<-[:MEASURES]-() }],
      ['SAME_MEASURE', 'keluar', COUNT { (n)-[:SAME_MEASURE]->() }], ['SAME_MEASURE', 'masuk', COUNT { (n)<-[:SAME_MEASURE]-() }],
      ['PLANNED_AS', 'keluar', COUNT { (n)-[:PLANNED_AS]->() }], ['PLANNED_AS', 'masuk', COUNT { (n)<-[:PLANNED_AS]-() }],
      ['RAISES', 'keluar', COUNT { (n)-[:RAISES]->() }], ['RAISES', 'masuk', COUNT { (n)<-[:RAISES]-() }],
      ['GROUNDS', 'keluar', COUNT { (n)-[:GROUNDS]->() }], ['GROUNDS', 'masuk', COUNT { (n)<-[:GROUNDS]-() }],
      ['NAMES', 'keluar', COUNT { (n)-[:NAMES]->() }], ['NAMES', 'masuk', COUNT { (n)<-[:NAMES]-() }],
      ['HAS_DOCUMENT', 'keluar', COUNT { (n)-[:HAS_DOCUMENT]->() }], ['HAS_DOCUMENT', 'masuk', COUNT { (n)<-[:HAS_DOCUMENT]-() }],
      ['HAS_VERSION', 'keluar', COUNT { (n)-[:HAS_VERSION]->() }], ['HAS_VERSION', 'masuk', COUNT { (n)<-[:HAS_VERSION]-() }],
      ['CURRENT', 'keluar', COUNT { (n)-[:CURRENT]->() }], ['CURRENT', 'masuk', COUNT { (n)<-[:CURRENT]-() }],
      ['IN_VERSION', 'keluar', COUNT { (n)-[:IN_VERSION]->() }], ['IN_VERSION', 'masuk', COUNT { (n)<-[:IN_VERSION]-() }],
      ['STATES', 'keluar', COUNT { (n)-[:STATES]->() }], ['STATES', 'masuk', COUNT { (n)<-[:STATES]-() }],
      ['CONCERNS', 'keluar', COUNT { (n)-[:CONCERNS]->() }], ['CONCERNS', 'masuk', COUNT { (n)<-[:CONCERNS]-() }],
      ['ABOUT', 'keluar', COUNT { (n)-[:ABOUT]->() }], ['ABOUT', 'masuk', COUNT { (n)<-[:ABOUT]-() }],
      ['ABOUT_PAIR', 'keluar', COUNT { (n)-[:ABOUT_PAIR]->() }], ['ABOUT_PAIR', 'masuk', COUNT { (n)<-[:ABOUT_PAIR]-() }],
      ['BECAME', 'keluar', COUNT { (n)-[:BECAME]->() }], ['BECAME', 'masuk', COUNT { (n)<-[:BECAME]-() }],
      ['CROSSCUTS', 'keluar', COUNT { (n)-[:CROSSCUTS]->() }], ['CROSSCUTS', 'masuk', COUNT { (n)<-[:CROSSCUTS]-() }],
      ['PROPOSES_CROSSCUT', 'keluar', COUNT { (n)-[:PROPOSES_CROSSCUT]->() }], ['PROPOSES_CROSSCUT', 'masuk', COUNT { (n)<-[:PROPOSES_CROSSCUT]-() }],
      ['NOT_CROSSCUT', 'keluar', COUNT { (n)-[:NOT_CROSSCUT]->() }], ['NOT_CROSSCUT', 'masuk', COUNT { (n)<-[:NOT_CROSSCUT]-() }],
      ['MAY_CROSSCUT', 'keluar', COUNT { (n)-[:MAY_CROSSCUT]->() }], ['MAY_CROSSCUT', 'masuk', COUNT { (n)<-[:MAY_CROSSCUT]-() }]] AS semua
RETURN [x IN semua WHERE x[2] > 0] AS hitungan
