"""How a list of detected pairs differs from another one of the same texts. Pure.

In: what would stand before and after, the kinerja of one government and year. Out: a `Shift` for every pair that enters
the inbox, leaves it, rises or falls in it; pairs that are weak before and after apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from service.refresh.candidates import Edge, Key
from service.refresh.conditions import Group

Direction = Literal["naik", "turun", "baru", "hilang"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)

LISTED = ("kuat", "tinjau")
"""Bands that stand in the inbox."""
SEEN = 0.005
"""Pages show two decimals; nobody would see a smaller step."""

Edges = Mapping[Key, Edge]


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a pair that moves."""

    id: str
    uraian: str
    unit: str
    nama_unit: str


@dataclass(frozen=True, slots=True)
class Level:
    """A score with its band."""

    skor: float
    pita: str


@dataclass(frozen=True, slots=True)
class Shift:
    """One pair that moves."""

    arah: Direction | Literal[""]
    """baru, hilang: it enters or leaves the inbox; empty: it is weak before and after."""
    a: Side
    b: Side
    lama: Level | None
    """None: it is not found."""
    baru: Level | None
    banyak: int = 1
    """Pairs of these two sentences, where units of one kind have the same wording."""

    @property
    def jarak(self) -> float:
        """How far it moves."""
        return abs((self.baru.skor if self.baru else 0.0) - (self.lama.skor if self.lama else 0.0))


def shifts(before: Edges, after: Edges, group: Group) -> tuple[Shift, ...]:
    """The largest moves first; pairs with the same two sentences once."""
    found: dict[tuple[str, str], Shift] = {}
    sides = {one.id: Side(one.id, one.uraian, one.unit, group.unit[one.unit][0]) for one in group.kondisi}
    for key, name in _pairs(before, after):
        lama, baru = _level(before.get(key)), _level(after.get(key))
        arah = _direction(lama, baru)
        if arah is None:
            continue
        same = found.get((name, arah))
        found[name, arah] = (
            replace(same, banyak=same.banyak + 1) if same else Shift(arah, sides[key[0]], sides[key[1]], lama, baru)
        )
    return tuple(sorted(found.values(), key=lambda one: (-one.jarak, one.a.id, one.b.id)))


def counted(moved: Iterable[Shift]) -> dict[Direction, int]:
    """How many pairs move in each direction."""
    told = [one.arah for one in moved]
    return {arah: told.count(arah) for arah in DIRECTIONS}


def asked_again(edges: Edges) -> set[Key]:
    """Decided pairs that come back because their wording has changed."""
    return {key for key, edge in edges.items() if edge.isi.get("ulang")}


def _pairs(before: Edges, after: Edges) -> Iterator[tuple[Key, str]]:
    """Every undecided pair of two kinerja, with the name of the finding that it is one of."""
    again = asked_again(before) | asked_again(after)
    for key in sorted(before.keys() | after.keys()):
        edge = after.get(key) or before[key]
        if ":" not in key[1] and key not in again:
            yield key, str(edge.isi.get("kelompok") or "~".join(key))


def _level(edge: Edge | None) -> Level | None:
    return Level(float(edge.isi["skor"]), str(edge.isi["pita"])) if edge else None


def _direction(lama: Level | None, baru: Level | None) -> Direction | Literal[""] | None:
    """None: it stays where it is."""
    was, will = (bool(one and one.pita in LISTED) for one in (lama, baru))
    if was != will:
        return "baru" if will else "hilang"
    if lama and baru and abs(baru.skor - lama.skor) < SEEN and lama.pita == baru.pita:
        return None
    if not (lama and baru and was):
        return ""
    return "naik" if baru.skor > lama.skor else "turun"
