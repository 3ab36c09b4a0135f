"""One refresh: what was read is detected, and the edges that differ from those that stand are written.

In: a graph. Out: `MAY_CROSSCUT` edges of what the detector finds now and people have not decided about; `Refreshed`.
Writers come in between two batches, so what is written may be one moment behind: `Meta` says which revision it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.crosscut.glossary import Glossary
from service.crosscut.glossary.edits import Edits, in_force, read_edits, read_glossary
from service.fold.pairs import PairState
from service.graph import Graph, Tx
from service.live.pairs import states_of
from service.refresh.candidates import Body, Edge, Key
from service.refresh.child import find_here
from service.refresh.conditions import Gathered, gather
from service.refresh.undecided import undecided
from service.refresh.writing import Row, remember, write

if TYPE_CHECKING:
    from service.refresh.finding import Found

READ_SECONDS = 120.0

DETECTOR = "2"
"""Version of the detector; raise it when it would find something else in the same texts."""

Finder = Callable[[Gathered, Glossary, tuple[Body, ...], float | None], "Found"]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did."""

    revisi: int
    """What was read; the graph may have moved on since."""
    kondisi: int
    calon: int
    """Detected pairs that stand now."""
    ditulis: int
    dihapus: int
    detik: float


@dataclass(frozen=True, slots=True)
class Before:
    """What stands in the graph when a refresh begins."""

    semua: Gathered
    badan: tuple[Body, ...]
    calon: Mapping[Key, str]
    """Pair -> digest of its edge."""
    ragu: frozenset[Key]
    """Those of them of which a side is unsure."""
    kata: tuple[PairState, ...]
    """Pairs that somebody spoke of."""
    ubahan: Edits
    """What people changed in the glossary."""


@dataclass(frozen=True, slots=True)
class Last:
    """What a refresh of this process found, to see that nothing but words about pairs has come since."""

    digest: str
    pasangan: frozenset[Key]
    temuan: Mapping[Key, Edge | None]
    """What was found of each pair that somebody had spoken of by then, decided or not."""


def refresh_now(
    graph: Graph, glossary: Glossary | None = None, least: float | None = None, finder: Finder = find_here
) -> Refreshed:
    """Detect overlaps anew and write what changed. `glossary`: another one than that in force; `least`: the weakest
    score that is written (the detector's own, if it is not given). Raises Paused while a backup holds the gate."""
    return refresh(graph, glossary, least, finder, None)[0]


def refresh(
    graph: Graph, glossary: Glossary | None, least: float | None, finder: Finder, last: Last | None
) -> tuple[Refreshed, Last]:
    """`refresh_now` for whoever does it again and again: with the same texts and the same edges nothing is computed."""
    began = time.perf_counter()
    before = graph.reading(read, READ_SECONDS)
    glossary = glossary or in_force(before.ubahan)
    digest = f"{before.semua.digest}/{_means(glossary)}"
    if last and last.digest == digest and _still_stands(before, last):
        gone, fresh = _after_words(before, last)
        write(graph, (), gone, fresh)
        graph.deriving(lambda tx: tx.run("crosscut/set_revision", revisi=before.semua.revisi))
        return _told(before, len(before.calon) - len(gone), len(fresh), len(gone), began), last
    found = finder(before.semua, glossary, before.badan, least)
    wanted = undecided(found.edges.pasangan, before.kata, before.semua.sidik)
    gone, fresh = _moved(before.calon, wanted)
    write(graph, found.edges.badan, gone, fresh)
    remember(graph, before.semua.revisi, digest, found.jumlah)
    spoken = {key: found.edges.pasangan.get(key) for key in _spoken(before)}
    return _told(before, len(wanted), len(fresh), len(gone), began), Last(digest, frozenset(wanted), spoken)


def staleness(graph: Graph, glossary: Glossary | None = None) -> tuple[int, bool]:
    """The revision, and whether the graph, the glossary or the detector has moved on since the last refresh."""

    def work(tx: Tx) -> tuple[int, bool]:
        stands = tx.run("crosscut/state")[0]
        _, _, words = (stands["sidik"] or "").partition("/")
        same = words == _means(glossary or read_glossary(tx))
        return stands["revisi"], stands["dihitung"] != stands["revisi"] or not same

    return graph.reading(work)


def is_stale(graph: Graph, glossary: Glossary | None = None) -> bool:
    """Whether the edges are those of an older graph, glossary or detector."""
    return staleness(graph, glossary)[1]


def read(tx: Tx) -> Before:
    """Everything that a refresh compares with."""
    bodies = tx.run("crosscut/bodies_known")
    stands = list(tx.each("crosscut/candidates_known"))
    return Before(
        semua=gather(tx),
        badan=tuple(Body(row["kode"], row["nama"] or row["kode"], alias=tuple(row["alias"])) for row in bodies),
        calon={(row["a"], row["b"]): row["sidik"] or "" for row in stands},
        ragu=frozenset((row["a"], row["b"]) for row in stands if row["ragu"]),
        kata=states_of(tx.run("crosscut/entries")),
        ubahan=read_edits(tx),
    )


def _still_stands(before: Before, last: Last) -> bool:
    """Only pairs that somebody spoke of have lost their edge or got it back, and those that nobody had spoken of at
    the last refresh stand as their words left them (a batch that was being written may have come after a word)."""
    new = [state for state in before.kata if (state.a, state.b) not in last.temuan]
    return last.pasangan ^ before.calon.keys() <= _spoken(before) and all(_as_said(one, before, last) for one in new)


def _as_said(state: PairState, before: Before, last: Last) -> bool:
    key = (state.a, state.b)
    if state.status == "terbuka":
        return (key in before.calon) == (key in last.pasangan)
    return state.lepas != "" or (key in before.ragu if state.status == "ragu" else key not in before.calon)


def _after_words(before: Before, last: Last) -> tuple[list[Row], list[Edge]]:
    """What moves when only words have come: what was found of the pairs that somebody had spoken of before."""
    found = {key: edge for key, edge in last.temuan.items() if edge}
    known = [state for state in before.kata if (state.a, state.b) in last.temuan]
    stands = {key: sidik for key, sidik in before.calon.items() if key in last.temuan}
    return _moved(stands, undecided(found, known, before.semua.sidik))


def _moved(stands: Mapping[Key, str], wanted: Mapping[Key, Edge]) -> tuple[list[Row], list[Edge]]:
    """Pairs that are found no more, and edges that say something else than those that stand."""
    gone: list[Row] = [{"a": a, "b": b} for a, b in stands if (a, b) not in wanted]
    return gone, [edge for key, edge in wanted.items() if key not in stands or stands[key] != edge.sidik]


def _spoken(before: Before) -> set[Key]:
    return {(state.a, state.b) for state in before.kata}


def _told(before: Before, calon: int, written: int, dropped: int, began: float) -> Refreshed:
    seconds = time.perf_counter() - began
    return Refreshed(before.semua.revisi, before.semua.kondisi, calon, written, dropped, seconds)


def _means(glossary: Glossary) -> str:
    """What the same texts are detected with."""
    return f"{glossary.digest}/{DETECTOR}"
