// title: Kinerja of pairs about which somebody said which words mean the same (a scan of the log of pairs on purpose)
// returns: {id: id of the kinerja that the word is about}
MATCH (k:Keputusan)
WHERE k.jenis = 'silang' AND k.isi CONTAINS '"searti"'
RETURN DISTINCT k.subjek AS id
