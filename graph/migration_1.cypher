// From 0 to 1: stores made before the schema had a number. Their full-text indexes had no analyzer of ours (an index
// that exists by name is never changed, so it has to go first), and master data did not yet remember what a person set.

DROP INDEX cari_kalimat IF EXISTS;
DROP INDEX cari_nama IF EXISTS;
MATCH (n:SKPD|Jabatan) WHERE n.diatur IS NULL SET n.diatur = [];
MATCH (n:SKPD|Jabatan) WHERE n.alias IS NULL SET n.alias = [];
MATCH (n:Pemda) WHERE n.contoh IS NULL SET n.contoh = false;
