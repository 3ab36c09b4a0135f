// title: Entries of the log, each tied to what it is about
// params: {keputusan: list of Keputusan as maps}
// returns: {id: id of an entry that was written}
UNWIND $keputusan AS k
MATCH (n:Kinerja|KinerjaLama|Dokumen {id: k.subjek})
CREATE (:Keputusan {id: k.id, urut: k.urut, jenis: k.jenis, subjek: k.subjek, isi: k.isi, oleh: k.oleh, pada: k.pada,
                    alasan: k.alasan, membatalkan: k.membatalkan})-[:ABOUT]->(n)
RETURN k.id AS id
