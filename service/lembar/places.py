"""In which stage a kinerja stands first, and how its parents are printed there.

In: a `Gathered` cascade. Out: `Places`. What the source states as outcome or as the condition of a CSF stands there; a
cascade without any outcome has its tops for one; everything else is a condition of stage 3.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.lembar.form import NO_PARENT, TOP, Parent, print_parent
from service.lembar.gathered import Gathered
from service.lembar.tree import Node


@dataclass(frozen=True, slots=True)
class Places:
    """In which of the first three stages a kinerja stands first."""

    outcome: frozenset[str]
    csf: frozenset[str]
    third: frozenset[str]

    def first(self, key: str) -> int:
        return 1 if key in self.outcome else 2 if key in self.csf else 3


def places_of(of: Gathered) -> Places:
    stated = {c.kinerja_id for c in of.claims if c.jenis == "outcome"} & {k.id for k in of.cascade.kinerja}
    csf = {key for one in of.cascade.csf for key in one.kinerja}
    above = {node.induk.akibat for node in of.nodes if node.induk}
    tops = {n.kinerja.id for n in of.nodes if n.induk is None and n.kinerja.id in above and not n.kinerja.kondisi}
    outcome = stated or tops - csf
    third = {k.id for k in of.cascade.kinerja if k.kondisi or k.id not in outcome | csf}
    return Places(frozenset(outcome), frozenset(csf), frozenset(third))


def parents_of(node: Node, places: Places) -> str:
    """The main parent, then the others, one a line."""
    edges = [edge for edge in (node.induk, *node.lain) if edge]
    if node.induk is None:
        return TOP if places.first(node.kinerja.id) == 1 else NO_PARENT
    return "\n".join(print_parent(Parent(edge.akibat, edge.asal, not edge.utama)) for edge in edges)


def reference_of(key: str, places: Places) -> str:
    return f"Tahap {places.first(key)}"
