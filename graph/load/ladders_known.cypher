// title: How many steps the ladders have (0 until seeds/jenjang.csv is loaded)
// returns: {jumlah: number of Jenjang}
MATCH (j:Jenjang)
RETURN count(j) AS jumlah
