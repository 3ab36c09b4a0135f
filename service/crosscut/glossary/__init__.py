"""The glossary: which phrases of government work mean the same object, and which bodies a text may name.

In: the CSV and text files of `glosarium/`, and what people added or took out in this regency. Out: a `Glossary`, a
frozen value with a digest that changes when an entry does. Entries come from general knowledge of the field and from
the national nomenclature, each with its origin; data, not code.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, get_args

FOLDER = Path(__file__).parent / "glosarium"
EntryKind = Literal["sinonim", "terkait"]
RULES = ("homonim.csv", "badan.csv", "peran.csv")
"""Tables of their own; every other CSV file of the folder holds entries."""

ALSO_OBJECTS = frozenset({
    "desa", "dunia usaha", "perguruan tinggi", "lembaga nonpemerintah", "lembaga nonstruktural",
})  # fmt: skip
"""Kinds of body that are as often what is worked on as who is worked with."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One phrase that stands for a concept."""

    konsep: str
    """The object, target group or problem, as a page names it."""
    jenis: EntryKind
    """sinonim: another name of it; terkait: it belongs to the same field of work."""
    varian: str
    asal: str = "umum"
    """umum | nomenklatur <code> | telaah"""


@dataclass(frozen=True, slots=True, order=True)
class Homonym:
    """One meaning of a word that has several."""

    akronim: str
    konsep: str
    bila: tuple[str, ...]
    """Phrases of which one must stand in the statement, its indicators or its parent; empty: unless another holds."""


@dataclass(frozen=True, slots=True, order=True)
class Body:
    """A body that texts name as a partner."""

    nama: str
    jenis: str
    varian: tuple[str, ...]
    kecuali: tuple[str, ...] = ()
    """Phrases in which it is named but meant by nobody."""


@dataclass(frozen=True, eq=False)
class Glossary:
    """Everything the detector knows of words; without files: `Glossary()` knows nothing. Equal if its digest is."""

    entri: tuple[Entry, ...] = ()
    homonim: tuple[Homonym, ...] = ()
    badan: tuple[Body, ...] = ()
    frasa_umum: tuple[str, ...] = ()
    """Phrases that every unit has and that are no object."""
    kata_genre: frozenset[str] = frozenset()
    """Words that carry no object, as they occur."""
    peran: Mapping[str, str] = field(default_factory=dict)
    """Opening word -> the role in one verb: `pengawasan` -> `mengawasi`."""
    sekretariat: tuple[str, ...] = ()
    """Phrases of the housekeeping that every unit has."""
    sasaran: tuple[str, ...] = ()
    """Groups of people that work is done for."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glossary) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        """16 hexadecimal digits; the same for the same entries in any order."""
        parts = [sorted(map(repr, found)) for found in (self.entri, self.homonim, self.badan, self.frasa_umum)]
        parts += [sorted(self.sekretariat), sorted(self.sasaran)]
        parts += [sorted(self.kata_genre), sorted(map(repr, self.peran.items()))]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def with_edits(self, added: Iterable[Entry] = (), removed: Iterable[tuple[str, str]] = ()) -> Glossary:
        """`removed`: (konsep, varian). An added entry takes the place of what is there of its phrase and concept."""
        more = tuple(added)
        gone = {*removed, *((one.konsep, one.varian) for one in more)}
        return replace(self, entri=(*(one for one in self.entri if (one.konsep, one.varian) not in gone), *more))

    @cached_property
    def concepts(self) -> Mapping[str, tuple[Entry, ...]]:
        """Concept -> its entries, in alphabetical order."""
        found: dict[str, list[Entry]] = {}
        for one in sorted(self.entri):
            found.setdefault(one.konsep, []).append(one)
        return {name: tuple(entries) for name, entries in found.items()}


@cache
def shipped() -> Glossary:
    """What comes with the program; raises ValueError naming the file and line of a row that is none."""
    return read(FOLDER)


def read(folder: Path) -> Glossary:
    """The files of `folder`; one that is missing counts as empty. Said twice, `sinonim` is stronger than `terkait`."""
    files = sorted(path for path in folder.glob("*.csv") if path.name not in RULES)
    entries: dict[tuple[str, str], Entry] = {}
    for one in (_entry(path, number, row) for path in files for number, row in _rows(path)):
        known = entries.get((one.konsep, one.varian))
        if known is None or known.jenis == "terkait":
            entries[one.konsep, one.varian] = one
    return Glossary(
        entri=tuple(entries.values()),
        homonim=tuple(_homonym(row) for _, row in _rows(folder / "homonim.csv")),
        badan=tuple(_bodies(row for _, row in _rows(folder / "badan.csv"))),
        frasa_umum=tuple(_lines(folder / "frasa_umum.txt")),
        kata_genre=frozenset(_lines(folder / "kata_genre.txt")),
        peran={row["kata"]: row["peran"] for _, row in _rows(folder / "peran.csv")},
        sekretariat=tuple(_lines(folder / "sekretariat.txt")),
        sasaran=tuple(_lines(folder / "sasaran.txt")),
    )


def _entry(path: Path, number: int, row: Mapping[str, str]) -> Entry:
    kind = row.get("jenis", "")
    if kind not in get_args(EntryKind) or not row["konsep"] or not row["varian"]:
        raise ValueError(f"{path.name} line {number}: a row is konsep,jenis,varian,asal with jenis sinonim or terkait")
    return Entry(row["konsep"], "sinonim" if kind == "sinonim" else "terkait", row["varian"], row.get("asal") or "umum")


def _homonym(row: Mapping[str, str]) -> Homonym:
    return Homonym(row["akronim"], row["konsep"], _parts(row["bila"]))


def _bodies(rows: Iterable[Mapping[str, str]]) -> Iterator[Body]:
    found: dict[str, Body] = {}
    for row in rows:
        before = found.get(row["nama"], Body(row["nama"], row["jenis"], ()))
        found[row["nama"]] = replace(
            before, varian=(*before.varian, row["varian"]), kecuali=(*before.kecuali, *_parts(row["kecuali"]))
        )
    yield from found.values()


def _parts(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from ((number, row) for number, row in enumerate(csv.DictReader(lines), 2))


def _lines(path: Path) -> Iterator[str]:
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line.strip()
