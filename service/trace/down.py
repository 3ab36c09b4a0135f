"""Everything that supports a kinerja: from the flat rows of `trace/support` to a tree with counts.

In: an id. Out: a `Support`. A kinerja with two effects in the tree stands under its main one; at the other it is
named with `diulang`, without its causes, so that nothing is counted twice and a loop ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from service.boxes import box, decisions, ladder_of, link
from service.facts import Link
from service.graph import Graph, Tx
from service.trace.answers import MAX_BELOW, Branch, Support
from service.trace.gone import no_such_kinerja

Row = Mapping[str, Any]


def way_down(graph: Graph, kinerja_id: str) -> Support:
    """Everything that supports a kinerja; raises NotFound."""
    return graph.reading(lambda tx: read_way_down(tx, kinerja_id))


def read_way_down(tx: Tx, kinerja_id: str) -> Support:
    """`way_down` inside a transaction."""
    found = tx.run("trace/support", id=kinerja_id, batas=MAX_BELOW)
    if not found:
        raise no_such_kinerja(tx, kinerja_id)
    row = found[0]
    levels = tuple((tingkat or "", jumlah) for _, tingkat, jumlah in row["per_tingkat"])
    return Support(
        kinerja_id, _Growing(row["simpul"]).tree(kinerja_id), row["jumlah"], levels, row["jumlah"] > MAX_BELOW
    )


class _Growing:
    """The tree while it grows: who is there, whose causes they are, and who has been placed."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = {row["id"]: row for row in rows}
        self.ladder = ladder_of(rows)
        self.causes = self._causes(rows)
        self.placed: set[str] = set()

    def tree(self, root: str) -> Branch:
        self.placed.add(root)
        return self._branch(self.rows[root], None)

    def _branch(self, row: Row, up: Link | None) -> Branch:
        causes = tuple(self._cause(found) for found in self.causes[row["id"]])
        below = len({key for cause in causes for key in _names(cause)} - {row["id"]})
        return Branch(box(row, self.ladder), up, causes, row["sebab"], below, diulang=False)

    def _cause(self, up: Link) -> Branch:
        row = self.rows[up.sebab]
        elsewhere = not up.utama and any(other.utama for other in self._ups(row) if other != up)
        if row["id"] in self.placed or elsewhere:
            return Branch(box(row, self.ladder), up, (), row["sebab"], 0, diulang=True)
        self.placed.add(row["id"])
        return self._branch(row, up)

    def _causes(self, rows: list[Row]) -> dict[str, list[Link]]:
        """Effect -> the links to it, in document order of their causes."""
        found: dict[str, list[Link]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row["urutan"] or 0, row["id"])):
            for up in self._ups(row):
                found[up.akibat].append(up)
        return found

    def _ups(self, row: Row) -> Iterator[Link]:
        """Links of a kinerja to effects that stand in this answer."""
        said = decisions(row["putusan"])
        return (link(row["id"], key, edge, said) for key, *edge in row["naik"] if key in self.rows)


def _names(branch: Branch) -> Iterator[str]:
    yield branch.kinerja.id
    for cause in branch.sebab:
        yield from _names(cause)
