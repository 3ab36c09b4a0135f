"""Nothing lost: one archive holds the graph, the application store and the originals, as of one moment.

In: a connected graph, the application store, the settings. Out: `making.make` writes an archive while reading goes on
and writing waits; `restoring.restore` makes from it the same graph in an empty place, also on a newer Neo4j;
`keeping.Keeper` does it every night, and `trying.try_out` proves it. docs/backup.md tells a person how. Nothing is
imported here: the service loads its modules in two threads at once.
"""
