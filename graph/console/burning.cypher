// title: Transactions of one run of the console that are still there
// params: {jalan: id of the run}
// returns: {jumlah: how many}
SHOW TRANSACTIONS YIELD metaData WHERE metaData.jalan = $jalan RETURN count(*) AS jumlah
