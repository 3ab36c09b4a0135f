// title: What hangs on these partners
// params: {kode: codes of Mitra}
// returns: {kode: of the Mitra, induk: always null, induk_nama: always null, dipakai: "{kinerja yang menyebutnya, putusan crosscutting}"}
UNWIND $kode AS kode
MATCH (n:Mitra {kode: kode})
RETURN kode, null AS induk, null AS induk_nama,
       {`kinerja yang menyebutnya`: COUNT { (n)<-[:NAMES]-(:Kinerja) },
        `putusan crosscutting`: COUNT { (n)<-[:ABOUT_PAIR]-(:Keputusan) }} AS dipakai
