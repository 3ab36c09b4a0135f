"""Every unit of the register by name, for a person who chooses some of them.

In: the graph. Out: kode and name, those of a pemda beside each other, fictional ones last.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.graph import Graph, Tx


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as it stands in a list of choices."""

    kode: str
    nama: str
    pemda: str
    """Empty: not known."""
    contoh: bool
    """Belongs to a fictional example."""


def unit_names(graph: Graph) -> tuple[UnitName, ...]:
    """All units, a few hundred at most."""
    return graph.reading(read_unit_names)


def read_unit_names(tx: Tx) -> tuple[UnitName, ...]:
    """`unit_names` inside a transaction."""
    rows = tx.run("load/units")
    found = [UnitName(row["kode"], row["nama"], row["pemda"] or "", row["contoh"]) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.contoh, one.pemda, one.nama)))
