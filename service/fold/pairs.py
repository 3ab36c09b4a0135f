"""How a crosscutting pair stands by what people said about it: entries of the log in, a state for each pair out. Pure.

In: entries of the kind `silang`, each one side's word about one pair, and where the ends of the pairs are now. Out: a
`PairState` for each pair of ends. A side's last word holds; what Bappeda settles for both counts for either side until
that side speaks again. One no refuses, two yes agree, one yes proposes. Nothing follows from a chain: what is said of A
and B and of B and C says nothing of A and C.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from service.fold.decided import standing
from service.fold.pair_keys import BOTH, Word, pair_key
from service.fold.pair_said import End, Said, told
from service.model import Decision

Status = Literal["disepakati", "satu pihak", "ditolak", "ragu", "terbuka"]


@dataclass(frozen=True, slots=True)
class PairState:
    """One pair by what people said about it."""

    a: str
    """The smaller id, or the kinerja where the other end is none; the id as written where it is gone."""
    b: str
    pihak: tuple[str, str]
    """Side of `a` and of `b`: kode of the unit, or `mitra:<kode>`."""
    status: Status
    kata: Mapping[str, Said]
    """Side -> its word that holds; a side that says nothing is not in it."""
    entri: tuple[Said, ...]
    """Everything that was said, cancelled words and cancelling ones too, oldest first."""
    lepas: str
    """Why it is followed no more; empty: both ends live."""

    @property
    def kunci(self) -> str:
        return pair_key(self.a, self.b)

    @property
    def urut(self) -> int:
        """Number of the last entry about the pair: what a form about it is based on."""
        return self.entri[-1].entri.urut

    @property
    def terakhir(self) -> Said | None:
        """The newest word that holds."""
        return max(self.kata.values(), key=lambda one: one.entri.urut, default=None)


NOWHERE: Mapping[str, End] = MappingProxyType({})


def states(entries: Iterable[Decision], ends: Mapping[str, End] = NOWHERE) -> tuple[PairState, ...]:
    """The pairs that `entries` speak of, in order of their keys.

    `ends`: what is known of an end by its name in the entries; one that is missing is taken for living, its own side.
    """
    known = sorted(entries, key=lambda one: one.urut)
    held = {one.id for one in standing(known) if not one.membatalkan}
    pairs: dict[tuple[str, str], list[Said]] = {}
    for one in known:
        said = told(one, ends)
        pairs.setdefault((said.a, said.b), []).append(said)
    return tuple(_state(pairs[key], held) for key in sorted(pairs))


def _state(said: Sequence[Said], held: set[str]) -> PairState:
    words = dict(_words(said, held))
    holding = list(words.values()) or [said[-1]]
    last = max(holding, key=lambda one: one.entri.urut)
    return PairState(
        a=last.a,
        b=last.b,
        pihak=last.pihak,
        status=_status([one.kata for one in words.values()]),
        kata=MappingProxyType(words),
        entri=tuple(said),
        lepas=next((one.lepas for one in holding if one.lepas), ""),
    )


def _words(said: Sequence[Said], held: set[str]) -> Iterator[tuple[str, Said]]:
    """(side, its word) in the order of time, so that the last one stays."""
    for one in said:
        if one.entri.id in held:
            yield from ((side, one) for side in one.pihak if one.siapa in (side, BOTH))


def _status(words: Sequence[Word]) -> Status:
    if "tidak" in words:
        return "ditolak"
    if words.count("ya") == len(("a", "b")):
        return "disepakati"
    if "ya" in words:
        return "satu pihak"
    return "ragu" if words else "terbuka"
