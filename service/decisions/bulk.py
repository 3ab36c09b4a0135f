"""Decisions for many at once: confirm the inferred parents of a branch, accept every proposed level that is open.

In: a kinerja or a document. Out: the entries written, in one transaction; an empty tuple when nothing was open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from service import live
from service.decisions import decide_many, subject
from service.decisions.checks import Change
from service.graph import Graph, Tx
from service.model import Cascade, Decision

CONFIRMED = "Induk dari urutan baris diperiksa dan dibenarkan"
ACCEPTED = "Usul tingkat dari mayoritas saksi diterima"


def confirm_parents(
    graph: Graph, keys: Collection[str], alasan: str = "", oleh: str = "", based_on: int | None = None
) -> tuple[Decision, ...]:
    """Confirm the inferred parents of these kinerja of one unit and year."""
    wanted = set(keys)
    if not wanted:
        return ()
    changes = _changes(graph, next(iter(keys)), lambda cascade: _inferred(cascade, wanted))
    return decide_many(graph, changes, alasan or CONFIRMED, oleh, based_on)


def confirm_branch(
    graph: Graph, key: str, alasan: str = "", oleh: str = "", based_on: int | None = None
) -> tuple[Decision, ...]:
    """Confirm every inferred parent in the branch under `key`, its own included."""
    changes = _changes(graph, key, lambda cascade: _inferred(cascade, branch(cascade, key)))
    return decide_many(graph, changes, alasan or CONFIRMED, oleh, based_on)


def accept_levels(
    graph: Graph, dokumen: str, alasan: str = "", oleh: str = "", based_on: int | None = None
) -> tuple[Decision, ...]:
    """Settle every open conflict of levels of a document as proposed."""
    changes = _changes(graph, dokumen, _proposals)
    return decide_many(graph, changes, alasan or ACCEPTED, oleh, based_on)


def branch(cascade: Cascade, top: str) -> set[str]:
    """Ids of `top` and of everything that supports it."""
    below: dict[str, list[str]] = {}
    for edge in cascade.edges:
        below.setdefault(edge.akibat, []).append(edge.sebab)
    found, waiting = {top}, [top]
    while waiting:
        fresh = [key for key in below.get(waiting.pop(), ()) if key not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return found


def _inferred(cascade: Cascade, keys: Collection[str]) -> list[Change]:
    return [
        Change("induk", edge.sebab, {"induk": edge.akibat})
        for edge in cascade.edges
        if edge.asal == "urutan" and edge.utama and edge.sebab in keys
    ]


def _proposals(cascade: Cascade) -> list[Change]:
    return [
        Change("tingkat", k.id, {"tingkat": k.tingkat_usul})
        for k in cascade.kinerja
        if k.konflik and not k.diputuskan and k.tingkat_usul
    ]


def _changes(graph: Graph, key: str, wanted: Callable[[Cascade], list[Change]]) -> list[Change]:
    """What `wanted` makes of the cascade that `key` belongs to."""

    def work(tx: Tx) -> list[Change]:
        return wanted(live.cascade_of(live.state_of(tx, subject(tx, key).dokumen)))

    return graph.reading(work)
