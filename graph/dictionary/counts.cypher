// title: How many nodes each label and how many relationships each type has, from the counters that the store keeps anyway
// returns: {revisi: number of the last write, label: "list of [label, number]", jenis: "list of [type, number]"}
OPTIONAL MATCH (m:Meta {kode: 'graf'})
RETURN coalesce(m.revisi, 0) AS revisi,
      [['Pemda', COUNT { (:Pemda) }], ['SKPD', COUNT { (:SKPD) }], ['Jabatan', COUNT { (:Jabatan) }], ['Mitra', COUNT { (:Mitra) }],
       ['Terdeteksi', COUNT { (:Terdeteksi) }], ['Jenjang', COUNT { (:Jenjang) }], ['Komponen', COUNT { (:Komponen) }], ['Konsep', COUNT { (:Konsep) }],
       ['Dokumen', COUNT { (:Dokumen) }], ['Versi', COUNT { (:Versi) }], ['Baris', COUNT { (:Baris) }], ['Isu', COUNT { (:Isu) }],
       ['Kinerja', COUNT { (:Kinerja) }], ['KinerjaLama', COUNT { (:KinerjaLama) }], ['Indikator', COUNT { (:Indikator) }], ['Ukuran', COUNT { (:Ukuran) }],
       ['CSF', COUNT { (:CSF) }], ['Dasar', COUNT { (:Dasar) }], ['Keputusan', COUNT { (:Keputusan) }], ['Meta', COUNT { (:Meta) }]] AS label,
      [['CAUSES', COUNT { ()-[:CAUSES]->() }], ['OWNED_BY', COUNT { ()-[:OWNED_BY]->() }], ['ASSIGNED_TO', COUNT { ()-[:ASSIGNED_TO]->() }],
       ['IN_UNIT', COUNT { ()-[:IN_UNIT]->() }], ['PART_OF', COUNT { ()-[:PART_OF]->() }], ['MEASURES', COUNT { ()-[:MEASURES]->() }],
       ['SAME_MEASURE', COUNT { ()-[:SAME_MEASURE]->() }], ['PLANNED_AS', COUNT { ()-[:PLANNED_AS]->() }], ['RAISES', COUNT { ()-[:RAISES]->() }],
       ['GROUNDS', COUNT { ()-[:GROUNDS]->() }], ['NAMES', COUNT { ()-[:NAMES]->() }], ['HAS_DOCUMENT', COUNT { ()-[:HAS_DOCUMENT]->() }],
       ['HAS_VERSION', COUNT { ()-[:HAS_VERSION]->() }], ['CURRENT', COUNT { ()-[:CURRENT]->() }], ['IN_VERSION', COUNT { ()-[:IN_VERSION]->() }],
       ['STATES', COUNT { ()-[:STATES]->() }], ['CONCERNS', COUNT { ()-[:CONCERNS]->() }], ['ABOUT', COUNT { ()-[:ABOUT]->() }],
       ['ABOUT_PAIR', COUNT { ()-[:ABOUT_PAIR]->() }], ['BECAME', COUNT { ()-[:BECAME]->() }], ['CROSSCUTS', COUNT { ()-[:CROSSCUTS]->() }],
       ['PROPOSES_CROSSCUT', COUNT { ()-[:PROPOSES_CROSSCUT]->() }], ['NOT_CROSSCUT', COUNT { ()-[:NOT_CROSSCUT]->() }], ['MAY_CROSSCUT', COUNT { ()-[:MAY_CROSSCUT]->() }]] AS jenis
