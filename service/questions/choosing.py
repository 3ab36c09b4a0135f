"""What a parameter may be: choices read from the graph, the likeliest first, narrowed by words and by other parameters.

In: the name of a query under `graph/questions/pilihan/`, words, values of other parameters. Out: `Choices`, bounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import Invalid, NotFound
from service.graph import Graph, Tx
from service.queries import all_queries, query
from service.questions.heads import CHOICES, OF_CHOICES, Value

MOST = 100
"""Choices that are shown at once; beyond them words narrow the list."""
WORDS, LETTERS = 8, 200
SHOWN = ("nilai", "label", "ket")
"""Columns that every query of choices has; the others say where the value belongs."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be picked."""

    nilai: str | int | float
    """As the question takes it."""
    label: str
    ket: str
    """What tells it from others of the same name: government, level, year, numbers."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be picked."""

    pilihan: tuple[Choice, ...]
    terpotong: bool
    """There are more: words narrow them."""


def choices(graph: Graph, sumber: str, cari: str = "", values: Mapping[str, Value] | None = None) -> Choices:
    """The choices of `sumber` that hold all words of `cari`; `values`: by the names of the other parameters of its
    query, others are passed over. Raises NotFound for an unknown source, Invalid for a wrong value."""
    wanted = sources().get(sumber)
    if wanted is None:
        raise NotFound(f"Tidak ada sumber pilihan {sumber!r}.", f"Yang ada: {', '.join(sources())}.")
    narrowed = {name: as_key(name, (values or {}).get(name)) for name in wanted}
    return graph.reading(lambda tx: read_choices(tx, sumber, narrowed, cari))


def sources() -> dict[str, tuple[str, ...]]:
    """Name of a source -> the other parameters that narrow it."""
    own = {name.removeprefix(CHOICES): q for name, q in all_queries().items() if name.startswith(CHOICES)}
    return {name: tuple(p for p in q.params if p not in OF_CHOICES) for name, q in own.items()}


def read_choices(tx: Tx, sumber: str, narrowed: Mapping[str, Value], cari: str = "", most: int = MOST) -> Choices:
    """`choices` inside a transaction, for values that are right."""
    rows = _rows(tx, sumber, narrowed, nilai=None, cari=words(cari), batas=most + 1)
    return Choices(tuple(map(_choice, rows[:most])), len(rows) > most)


def one_choice(tx: Tx, sumber: str, narrowed: Mapping[str, Value], nilai: Value) -> Choice | None:
    """The choice whose value is `nilai`; without one (None) the first there is. None: there is no such."""
    rows = _rows(tx, sumber, narrowed, nilai=nilai, cari=[], batas=1)
    return _choice(rows[0]) if rows else None


def origin(tx: Tx, sumber: str, nilai: Value) -> dict[str, Value]:
    """To which unit and year the value belongs, by the names of other parameters; what its query does not tell is left
    out."""
    rows = _rows(tx, sumber, {}, nilai=nilai, cari=[], batas=1)
    return {name: rows[0][name] for name in told_beside(sumber)} if rows else {}


def told_beside(sumber: str) -> tuple[str, ...]:
    """What the query of `sumber` tells beside a choice."""
    return tuple(name for name in query(CHOICES + sumber).returns if name not in SHOWN)


def words(cari: str) -> list[str]:
    """Small letters, a few words at most."""
    return cari[:LETTERS].lower().split()[:WORDS]


def as_key(name: str, value: Any) -> Value:
    """A value of an address as the graph has it: a year is a number, all else a text; empty is none. Raises Invalid."""
    text = str(value if value is not None else "").strip()
    if not text:
        return None
    if name != "tahun":
        return text[:LETTERS]
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise Invalid(f"{text[:20]!r} bukan tahun.", "Tulis empat angka, misalnya 2023.", {name: "bukan tahun"})
    return int(text)


def _choice(row: Mapping[str, Any]) -> Choice:
    return Choice(*(row[name] for name in SHOWN))


def _rows(tx: Tx, sumber: str, narrowed: Mapping[str, Value], **own: Any) -> list[dict[str, Any]]:
    others = {name: narrowed.get(name) for name in sources()[sumber]}
    params: dict[str, Any] = {**others, **own}
    return tx.run(f"questions/pilihan/{sumber}", **params)
