"""Any history of a document: imports with and without choices, decisions of every kind, undoing; for property tests.

`STEPS` is the strategy; `happen` does a history to a graph and passes over what is refused. The torture run draws many
more examples of the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from service.config import Settings
from service.decisions import decide, undo
from service.decisions.bulk import accept_levels, confirm_branch
from service.errors import Conflict, Invalid, NotFound
from service.graph import Graph
from service.model import DecisionKind
from tests.worksheet import LEVELS, WATER, Box, bring, ids, worksheet

DOCUMENT = "kecamatan-tanjung-contoh-2024"
UNIT = "kecamatan-tanjung-contoh"
REASON = "Sesuai rapat bersama"

VERSIONS = (
    worksheet(),
    worksheet(WATER[:-1]),
    worksheet([*WATER[:4], replace(WATER[4], uraian="Terlaksananya Pemeriksaan Sambungan Rumah Tangga"), *WATER[5:]]),
    worksheet([*WATER[:3], Box("Terpetakannya Jaringan Pipa", 3, "Jumlah Peta Pipa"), *WATER[4:]]),
    worksheet([*WATER[:5], replace(WATER[5], indikator=WATER[4].indikator), *WATER[6:]]),
)
"""Versions of one document: the whole, one gone, one reworded, one replaced, one indicator shared; importing one again
goes back to it."""

Step = Callable[[Graph, Settings], object]


def happen(steps: Sequence[Step], graph: Graph, settings: Settings) -> int:
    """Do `steps`, the first version before them; how many were not refused."""
    bring(VERSIONS[0], graph, settings)
    done = 0
    for step in steps:
        try:
            step(graph, settings)
        except (Invalid, NotFound, Conflict):
            continue  # it must leave no trace, which a comparison afterwards sees
        done += 1
    return done


def _level(nth: int, level: str) -> Step:
    return lambda graph, _: decide(graph, "tingkat", _nth(graph, nth), {"tingkat": level}, REASON)


def _way(kind: DecisionKind, nth: int, other: int, more: dict[str, str]) -> Step:
    return lambda graph, _: decide(graph, kind, _nth(graph, nth), {"induk": _nth(graph, other), **more}, REASON)


def _owner(nth: int, kode: str, action: str) -> Step:
    said = {"aksi": action, "jabatan": f"{UNIT}-{kode}"} if kode else {"aksi": action, "nama": "Pengawas Air"}
    return lambda graph, _: decide(graph, "jabatan", _nth(graph, nth), said, REASON)


def _measure(nth: int, mine: int, other: int, action: str) -> Step:
    def step(graph: Graph, _: Settings) -> object:
        found = _names(graph, "MATCH (i:Indikator) RETURN i.id AS id ORDER BY id")
        key = _nth(graph, nth)
        own = _names(
            graph, "MATCH (i:Indikator)-[:MEASURES]->(:Kinerja {id: $id}) RETURN i.id AS id ORDER BY id", id=key
        )
        said = {"aksi": action, "indikator": _of(own, mine), "dengan": _of(found, other)}
        return decide(graph, "indikator", key, said, REASON)

    return step


def _match(nth: int, old: int) -> Step:
    def step(graph: Graph, _: Settings) -> object:
        gone = _names(graph, "MATCH (k:KinerjaLama) RETURN k.id AS id ORDER BY id")
        return decide(graph, "padanan", _of(gone, old), {"dari": _nth(graph, nth)}, REASON)

    return step


def _part(nth: int) -> Step:
    def step(graph: Graph, _: Settings) -> object:
        key = _nth(graph, nth)
        return decide(graph, "padanan", key, {"dari": key, "baru": "ya"}, REASON)

    return step


def _component(nth: int, action: str) -> Step:
    said = {"aksi": action, "komponen": "1.02.03"}
    return lambda graph, _: decide(graph, "komponen", _nth(graph, nth), said, REASON)


def _withdraw() -> Step:
    return lambda graph, _: decide(graph, "versi", DOCUMENT, {"versi": ""}, REASON)


def _import(nth: int, choices: dict[int, str]) -> Step:
    def step(graph: Graph, settings: Settings) -> object:
        gone = _names(graph, "MATCH (k:Kinerja|KinerjaLama) RETURN k.id AS id ORDER BY id")
        chosen = {group: said if said == "baru" else _of(gone, int(said)) for group, said in choices.items()}
        return bring(VERSIONS[nth], graph, settings, chosen)

    return step


def _undo(nth: int) -> Step:
    return lambda graph, _: undo(graph, f"keputusan-{nth + 1}")


def _together(branch: bool, nth: int) -> Step:
    if branch:
        return lambda graph, _: confirm_branch(graph, _nth(graph, nth), REASON)
    return lambda graph, _: accept_levels(graph, DOCUMENT, REASON)


def _nth(graph: Graph, nth: int) -> str:
    return _of(sorted(ids(graph).values()), nth)


def _names(graph: Graph, text: str, **params: Any) -> list[str]:
    return [row["id"] for row in graph.command(text, **params)]


def _of(found: Sequence[str], nth: int) -> str:
    return found[nth % len(found)] if found else "XXX-24-AAAA"


PLACE = st.integers(0, 8)
STEPS = st.one_of(
    st.builds(_level, PLACE, st.sampled_from(LEVELS)),
    st.builds(_way, st.just("induk"), PLACE, PLACE, st.sampled_from(({}, {}, {"puncak": "ya"}))),
    st.builds(_way, st.just("induk_lain"), PLACE, PLACE, st.sampled_from(({}, {}, {"tarik": "ya"}))),
    st.builds(_way, st.just("utama"), PLACE, PLACE, st.just({})),
    st.builds(_owner, PLACE, st.sampled_from(("camat", "kasi", "")), st.sampled_from(("tugaskan", "tarik"))),
    st.builds(_measure, PLACE, PLACE, PLACE, st.sampled_from(("gabung", "pisah"))),
    st.builds(_match, PLACE, PLACE),
    st.builds(_part, PLACE),
    st.builds(_component, PLACE, st.sampled_from(("pilih", "tolak"))),
    st.builds(_together, st.booleans(), PLACE),
    st.builds(_withdraw),
    st.builds(
        _import,
        st.integers(0, len(VERSIONS) - 1),
        st.dictionaries(st.integers(1, 9), st.sampled_from(("baru", "0", "3", "7", "9")), max_size=2),
    ),
    st.builds(_undo, st.integers(0, 14)),
    st.builds(_undo, st.integers(0, 14)),
)
"""One step of a history."""
