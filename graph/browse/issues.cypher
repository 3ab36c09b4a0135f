// title: Issues of a version, grouped by code, the first 50 of each
// params: {versi: id of a Versi}
// returns: {kode: code, jumlah: number, isu: list of maps}
MATCH (v:Versi {id: $versi})<-[:IN_VERSION]-(i:Isu)
WITH i ORDER BY i.asal, i.nomor
WITH i.kode AS kode, count(i) AS jumlah, collect(i)[..50] AS isu
RETURN kode, jumlah, [i IN isu | {
         id: i.id, kode: i.kode, keparahan: i.keparahan, tempat: i.tempat, pesan: i.pesan, saran: i.saran, asal: i.asal,
         terbuka: i.terbuka, baris: [(i)-[:CONCERNS]->(b:Baris) | b.id][..60], kinerja: [(i)-[:CONCERNS]->(k:Kinerja) | k.id][..60]
       }] AS isu
