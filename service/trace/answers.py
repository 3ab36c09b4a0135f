"""What the trace answers: ways up, the tree below, an indicator's lineage, a position's duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.facts import Box, Link, PositionRef, Ref, UnitRef

MAX_PATHS = 50
MAX_DEPTH = 15
MAX_BELOW = 500
MAX_MEASURED = 50
MAX_DUTIES = 100

BreakReason = Literal["tanpa induk", "melingkar", "terlalu dalam"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way up."""

    kinerja: Box
    lewat: Link | None
    """The link to the next step up; None: the way ends here."""


@dataclass(frozen=True, slots=True)
class Break:
    """Where a way up ends before an outcome, and why."""

    kinerja: str
    sebab: BreakReason
    pesan: str
    """In words, with the remedy."""


@dataclass(frozen=True, slots=True)
class Path:
    """One way up, from the start to the outcome."""

    langkah: tuple[Hop, ...]
    utama: bool
    """The way that reports follow: every link of it is a main one."""
    putus: Break | None
    """None: it reaches an outcome."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Every way from one kinerja up; the main one first."""

    mulai: str
    unit: UnitRef
    tahun: int
    jalur: tuple[Path, ...]
    disimpulkan: int
    """Distinct links in it that are inferred from row order and that nobody confirmed."""
    terpotong: bool
    """There are more than MAX_PATHS ways; the rest is not shown."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A kinerja and what brings it about."""

    kinerja: Box
    lewat: Link | None
    """The link to its effect above; None at the root."""
    sebab: tuple[Branch, ...]
    """In document order. Empty although `sebab_langsung` > 0: cut, or shown at another place (`diulang`)."""
    sebab_langsung: int
    """Direct causes in the graph, also those that are not shown."""
    turunan: int
    """Distinct kinerja below it in this answer."""
    diulang: bool
    """Stands at another place of this tree too (second parent, loop); its causes are shown there only."""


@dataclass(frozen=True, slots=True)
class Support:
    """Everything that supports a kinerja, as a tree."""

    mulai: str
    akar: Branch
    jumlah: int
    """Distinct kinerja below it within MAX_DEPTH hops, also those that are not shown."""
    per_tingkat: tuple[tuple[str, int], ...]
    """Level and number of kinerja below, top first."""
    terpotong: bool


@dataclass(frozen=True, slots=True)
class OtherUse:
    """The same measure in another unit or year."""

    unit: UnitRef
    tahun: int
    indikator: Ref
    kinerja: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class IndicatorLineage:
    """What an indicator measures, ordered by level, and where each of these leads."""

    id: str
    nama: str
    unit: UnitRef
    tahun: int
    mengukur: tuple[Trace, ...]
    """One per kinerja it measures, highest level first; the kinerja itself is the first step of each way."""
    unit_lain: tuple[OtherUse, ...]
    terpotong: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A kinerja assigned to a position, and what it serves."""

    kinerja: Box
    jalan: tuple[Ref, ...]
    """The main way up, without the kinerja itself; the last is the outcome."""
    sampai: bool
    """The way reaches an outcome."""
    bersama: tuple[PositionRef, ...]
    """The other positions it is assigned to."""


@dataclass(frozen=True, slots=True)
class PositionLineage:
    """All that is assigned to a position, and what that serves."""

    kode: str
    nama: str
    kelas: str
    unit: UnitRef
    tugas: tuple[Duty, ...]
    """Highest level first."""
    hasil: tuple[Ref, ...]
    """The outcomes served, each once."""
    total: int
    """Kinerja assigned to it, also those that are not shown."""
    terpotong: bool
    revisi: int
