"""Which detected pairs stand in the graph beside what people have said about them. Pure.

In: the edges of a detection, the states of the pairs that anybody spoke of, digests of the wordings now. Out: the edges
that may stand: a decided pair has none, unless its wording has changed enough to ask once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.fold.pair_edges import EDGES, ends_of, reopens
from service.fold.pair_keys import is_body
from service.fold.pairs import PairState
from service.live.detected import found_before
from service.refresh.candidates import Edge, Key


def undecided(found: Mapping[Key, Edge], states: Iterable[PairState], sidik: Mapping[str, str]) -> dict[Key, Edge]:
    """`sidik`: id of every living kinerja -> digest of its wording; a unit or a body has none."""
    spoken = tuple(states)
    there = {ends_of(one) for one in spoken if one.status in EDGES and not one.lepas}
    wanted = {key: edge for key, edge in found.items() if key not in there}  # a side may have joined another kinerja
    for state in spoken:
        key = (state.a, state.b)
        wanted.pop(key, None)
        edge = found.get(key)
        if again := _beside(state, edge, sidik):
            wanted[key] = again
    return wanted


def _beside(state: PairState, edge: Edge | None, sidik: Mapping[str, str]) -> Edge | None:
    """What stands of a pair that somebody spoke of."""
    if state.status == "terbuka":
        return edge
    if state.lepas or state.a not in sidik or (not is_body(state.b) and state.b not in sidik):
        return None
    if state.status not in EDGES:  # unsure: it stays in the inbox, also when it is detected no more
        return _with(edge or Edge(state.a, state.b, {"jenis": _kind(state), **found_before(state)}), "ragu")
    isi = edge.isi if edge else {}
    now = (sidik[state.a], sidik.get(state.b, ""))
    if not reopens(state, now, float(isi.get("skor") or 0), str(isi.get("pita") or "")):
        return None
    return _with(edge or Edge(state.a, state.b, {"jenis": _kind(state), "skor": 0.0}), "ulang")


def _with(edge: Edge, mark: str) -> Edge:
    return replace(edge, isi={**edge.isi, mark: True})


def _kind(state: PairState) -> str:
    """As it was said; nothing is detected any more that could say it."""
    return next((one.entri.isi["jenis"] for one in reversed(state.entri) if one.entri.isi.get("jenis")), "melengkapi")
