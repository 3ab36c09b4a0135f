"""What a search answers: hits by kind, with the places of the matching words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.facts import UnitRef

HitKind = Literal["kinerja", "indikator", "jabatan", "skpd", "mitra"]
MAX_HITS = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    jenis: HitKind
    id: str
    """id of a kinerja or indikator, kode of a jabatan or skpd: what its address is made of."""
    teks: str
    cocok: tuple[tuple[int, int], ...]
    """(start, end) of every matching word in `teks`, left to right, not overlapping."""
    nilai: float
    """Rank within the answer, 1.0 = best of its kind."""
    unit: UnitRef | None
    tahun: int | None
    contoh: bool = False
    """Belongs to a fictional example; shown after everything real of its kind."""
    tingkat: str = ""
    singkat: str = ""
    warna: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind."""

    jenis: HitKind
    judul: str
    """Heading: `Kinerja`, `Indikator`, `Jabatan`, `Perangkat daerah`, `Mitra`."""
    hasil: tuple[Hit, ...]
    terpotong: bool
    """There are more than are shown."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A kinerja that is no longer live, and what became of it."""

    id: str
    uraian: str
    tahun: int
    menjadi: tuple[tuple[str, str], ...]
    """(id, statement); empty: it is gone."""


@dataclass(frozen=True, slots=True)
class Found:
    """Answer to a search."""

    cari: str
    kelompok: tuple[Group, ...]
    """Only kinds with a hit; kinerja, indikator, jabatan, skpd, mitra."""
    jumlah: int
    lama: Moved | None
    """When the text is the id of a kinerja that is no longer live."""
    revisi: int
