// title: What hangs on these units, and the government they belong to
// params: {kode: codes of SKPD}
// returns: {kode: of the SKPD, induk: code of its Pemda or null, induk_nama: its name, dipakai: "{kinerja, indikator, dokumen, jabatan, kinerja yang menyebutnya, putusan crosscutting}"}
UNWIND $kode AS kode
MATCH (n:SKPD {kode: kode})
OPTIONAL MATCH (n)-[:PART_OF]->(p:Pemda)
RETURN kode, p.kode AS induk, p.nama AS induk_nama,
       {kinerja: COUNT { (n)<-[:OWNED_BY]-(:Kinerja|KinerjaLama) }, indikator: COUNT { (n)<-[:OWNED_BY]-(:Indikator) },
        dokumen: COUNT { (n)-[:HAS_DOCUMENT]->(:Dokumen) }, jabatan: COUNT { (n)<-[:IN_UNIT]-(:Jabatan) },
        `kinerja yang menyebutnya`: COUNT { (n)<-[:NAMES]-(:Kinerja) },
        `putusan crosscutting`: COUNT { (n)<-[:ABOUT_PAIR]-(:Keputusan) }} AS dipakai
