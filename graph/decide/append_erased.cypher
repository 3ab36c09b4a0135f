// title: Entries of the log that were emptied when a document was erased for good; they are about nothing any more
// params: {keputusan: list of Keputusan as maps}
// returns: {id: id of an entry that was written}
UNWIND $keputusan AS k
CREATE (n:Keputusan {id: k.id, urut: k.urut, jenis: k.jenis, subjek: k.subjek, isi: k.isi, oleh: k.oleh, pada: k.pada,
                     alasan: k.alasan, membatalkan: k.membatalkan})
RETURN n.id AS id
