// title: How many statements run on a mirror beside this one
// returns: {jumlah: how many}
SHOW TRANSACTIONS YIELD transactionId, currentQuery
WHERE currentQuery <> '' AND NOT currentQuery CONTAINS 'SHOW TRANSACTIONS YIELD transactionId, currentQuery'
RETURN count(*) AS jumlah
