"""The kinerja of a cascade in the order of the tree: a box, then everything below it.

In: a `Cascade`. Out: one `Node` for each kinerja, none lost, though links should run in a circle. Children follow the
order of the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from service.model import Cascade, Edge, Kinerja


@dataclass(frozen=True, slots=True)
class Node:
    """One kinerja at its place in the tree."""

    kinerja: Kinerja
    induk: Edge | None
    """Its main way up; None: it is a top, or nobody knows."""
    lain: tuple[Edge, ...]
    """Its other ways up."""
    dalam: int
    """Boxes above it."""
    jalur: tuple[str, ...]
    """Ids from the top down to it, itself included."""


def in_tree_order(cascade: Cascade) -> list[Node]:
    """Every kinerja once, parents first."""
    by_id = {k.id: k for k in cascade.kinerja}
    main = {edge.sebab: edge for edge in cascade.edges if edge.utama}
    further: dict[str, list[Edge]] = defaultdict(list)
    for edge in cascade.edges:
        if not edge.utama:
            further[edge.sebab].append(edge)
    below: dict[str, list[str]] = defaultdict(list)
    for k in sorted(cascade.kinerja, key=lambda k: k.urutan):
        effect = main[k.id].akibat if k.id in main else ""
        below[effect if effect in by_id else ""].append(k.id)
    order = dict(_down("", (), below))
    for k in cascade.kinerja:  # on a circle, or below one
        if k.id not in order:
            order |= dict(_down_from(k.id, below, set(order)))
    return [
        Node(by_id[key], main.get(key), tuple(further.get(key, ())), len(way) - 1, way) for key, way in order.items()
    ]


def _down(parent: str, way: tuple[str, ...], below: dict[str, list[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    waiting = [(key, (*way, key)) for key in reversed(below.get(parent, ()))]
    while waiting:
        key, here = waiting.pop()
        yield key, here
        waiting += [(child, (*here, child)) for child in reversed(below.get(key, ())) if child not in here]


def _down_from(start: str, below: dict[str, list[str]], seen: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield start, (start,)
    taken = {*seen, start}
    for key, way in _down(start, (start,), below):
        if key not in taken:
            taken.add(key)
            yield key, way
