"""Nothing lost: one archive holds the graph, the application store and the originals, as of one moment.

In: a connected graph, the application store, the settings. Out: `make` writes an archive while reading goes on and
writing waits; `restore` makes from it the same graph in an empty place, also on a newer Neo4j; `nightly` does it every
night and tries it. docs/backup.md tells a person how.
"""

from service.backup.making import Made, make, usual_name
from service.backup.restoring import Restored, restore

__all__ = ["Made", "Restored", "make", "restore", "usual_name"]
