"""What the graph shows of a pair that was decided, and when a decided pair is asked about again. Pure.

In: the states of pairs. Out: one `PairEdge` for each pair of ends, CROSSCUTS, PROPOSES_CROSSCUT or NOT_CROSSCUT with
what it carries. A side that joined another of its kinerja, or as a unit only, has its edge there; where two pairs lead
to the same ends the later word holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service.fold.pair_keys import BOTH, ONLY_UNIT, UNIT, is_body, ordered
from service.fold.pair_said import Said
from service.fold.pairs import PairState, Status

Properties = dict[str, Any]

EDGES: Mapping[Status, str] = {
    "disepakati": "CROSSCUTS",
    "satu pihak": "PROPOSES_CROSSCUT",
    "ditolak": "NOT_CROSSCUT",
}
"""Status -> type of the edge; the others have none."""

MOVED_SCORE = 0.10
"""A score that moved by more than this, after the wording changed, is worth a second look."""


@dataclass(frozen=True, slots=True)
class PairEdge:
    """One edge between two ends."""

    jenis: str
    a: str
    b: str
    isi: Properties
    """Its properties; what is empty is left out."""


def edges(states: Iterable[PairState]) -> tuple[PairEdge, ...]:
    """The edges of these pairs, one for two ends, in order of the ends."""
    found: dict[tuple[str, str], PairEdge] = {}
    for state in sorted(states, key=lambda one: one.urut):
        if edge := edge_of(state):
            found[edge.a, edge.b] = edge
    return tuple(found[ends] for ends in sorted(found))


def edge_of(state: PairState) -> PairEdge | None:
    """None for a pair of which nothing is shown: nobody said yes or no, or an end is gone."""
    last = state.terakhir
    if last is None or state.lepas or state.status not in EDGES:
        return None
    return PairEdge(EDGES[state.status], *ends_of(state), isi=_properties(state, last))


def ends_of(state: PairState) -> tuple[str, str]:
    """Between what the edge runs."""
    ends = [state.a, state.b]
    if state.status == "disepakati":
        for side, word in state.kata.items():
            if word.gabung:
                ends[state.pihak.index(side)] = f"{UNIT}{side}" if word.gabung == ONLY_UNIT else word.gabung
    if all(map(is_body, ends)):
        ends[0] = state.a  # an edge runs from a kinerja, whatever both sides said
    return ordered(*ends)


def reopens(state: PairState, sidik: tuple[str, str], skor: float, pita: str) -> bool:
    """Whether a decided pair comes back once, as decided on an old wording.

    `sidik`: digests of the wording of both ends now; `skor`, `pita`: as the detector says now, 0 and empty where it
    finds nothing. A refused pair that it finds no more has nothing to ask.
    """
    last = state.terakhir
    if last is None or state.lepas or state.status not in EDGES or last.sidik == sidik:
        return False
    if not pita and state.status == "ditolak":
        return False
    isi = evidence(state, last.entri.urut)
    return abs(float(isi.get("skor") or 0) - skor) > MOVED_SCORE or (isi.get("pita") or "") != pita


def evidence(state: PairState, urut: int | None = None) -> Mapping[str, str]:
    """What the detector said, from the newest entry that tells it; `urut`: when that entry was written, so that a
    later word that was taken back tells nothing."""
    told = (one.entri for one in reversed(state.entri) if urut is None or one.entri.urut <= urut)
    return next((one.isi for one in told if one.isi.get("usul")), {})


def _properties(state: PairState, last: Said) -> Properties:
    found = evidence(state, last.entri.urut)
    said = {
        "oleh": last.entri.oleh,
        "pada": last.entri.pada,
        "urut": state.urut,
        "pasangan": state.kunci,
        "skor": float(found["skor"]) if found.get("skor") else None,
        "pita": found.get("pita"),
        "alasan": found.get("alasan"),
        "kutipan": found.get("kutipan"),
        "sidik_a": last.sidik[0],
        "sidik_b": last.sidik[1],
        "manual": any(one.entri.isi.get("manual") for one in state.entri),
    }
    said |= BESIDE[state.status](state)
    return {name: value for name, value in said.items() if value is not None}


def _agreed(state: PairState) -> Properties:
    return {**_wished(state), "ditetapkan": _settled(state)}


def _proposed(state: PairState) -> Properties:
    (who,) = (side for side, word in state.kata.items() if word.kata == "ya")
    return {**_wished(state), "pihak": who, "ragu": len(state.kata) > 1}


def _refused(state: PairState) -> Properties:
    no = max((one for one in state.kata.values() if one.kata == "tidak"), key=lambda one: one.entri.urut)
    isi = no.entri.isi
    told = {"sebab": isi.get("sebab", ""), "keterangan": isi.get("keterangan", "")}
    settled = any(one.kata == "tidak" and one.siapa == BOTH for one in state.kata.values())
    return {**told, "pihak": no.siapa, "ditetapkan": settled}


def _wished(state: PairState) -> Properties:
    """What the yes of both sides say, the later one first."""
    yes = sorted((one for one in state.kata.values() if one.kata == "ya"), key=lambda one: -one.entri.urut)
    return {
        "jenis": next((kind for one in yes if (kind := one.entri.isi.get("jenis"))), ""),
        "utama": next((one.utama for one in yes if one.utama), ""),
        "keterangan": next((text for one in yes if (text := one.entri.isi.get("keterangan"))), ""),
    }


def _settled(state: PairState) -> bool:
    return any(one.siapa == BOTH for one in state.kata.values())


BESIDE: Mapping[Status, Callable[[PairState], Properties]] = {
    "disepakati": _agreed,
    "satu pihak": _proposed,
    "ditolak": _refused,
}
"""Status -> what its edge carries besides."""
