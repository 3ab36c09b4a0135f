"""The small facts that every answer is made of: a row, a link, a box, a position, an issue, a decision.

Frozen values with plain fields; the field names are those of the JSON API. Empty text: not stated. Everything that a
person can open carries the id that its address is made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.model import Origin, Severity


@dataclass(frozen=True, slots=True)
class Ref:
    """Something that has a page: a kinerja or an indikator."""

    id: str
    teks: str
    """Statement or name."""


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A unit by its kode."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class PositionRef:
    """An owner of a kinerja."""

    kode: str
    nama: str
    kelompok: int = 0
    """Owners with the same number stand in one cell of the document."""
    alternatif: bool = False
    """One of several in its cell ("kasi/jafung/analisis")."""


@dataclass(frozen=True, slots=True)
class ComponentRef:
    """A component of the plan that a kinerja is planned as."""

    kode: str
    """Code of the nomenclature in one spelling, else a key of our own."""
    nama: str
    jenis: str
    """tujuan | sasaran | program | kegiatan | sub kegiatan …; empty: not told."""
    asal: Origin
    """tersurat (written) | diputuskan (a person chose it)"""


@dataclass(frozen=True, slots=True)
class PartnerRef:
    """A body that a document names as partner of a kinerja."""

    kode: str
    nama: str
    """As printed."""
    unit: bool
    """It is a unit of the same government, with a page of its own."""


CrossingStatus = Literal["disepakati", "satu pihak", "terdeteksi", "ditolak"]
"""How a crosscutting pair stands; `satu pihak`: one side has said yes."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A crosscutting pair seen from one of its ends."""

    kunci: str
    """The other end: id of a kinerja, `skpd:<kode>` or `mitra:<kode>`."""
    teks: str
    """Its statement, or the name of the body."""
    unit: UnitRef | None
    """Whose kinerja it is; None: a unit or a body itself."""
    status: CrossingStatus
    pita: str = ""
    """kuat | tinjau | lemah; empty: not found by words."""
    ragu: bool = False
    ulang: bool = False
    """Decided before; the wording has changed since."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a document, as written."""

    id: str
    dokumen: str
    """Id of the document: `kecamatan-batumandi-2022`."""
    versi: int
    nomor: int
    """Row number in the file, 1, 2, 3 …"""
    tahap: int
    urutan: int
    """n-th data row of its stage; 0: not a data row. The chip reads `Tahap 5 · baris 7`."""
    tempat: str
    """As a person would look it up: `Tahap 5, baris 7 (baris berkas 130)`."""
    teks: str
    """The row as written, cells joined by ` | `."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of a person."""

    id: str
    urut: int
    jenis: str
    """versi | tingkat | induk"""
    subjek: str
    isi: dict[str, str]
    oleh: str
    pada: str
    """ISO 8601 with offset."""
    alasan: str
    membatalkan: str = ""
    """Id of the decision that this entry cancels."""
    berlaku: bool = True
    """Not cancelled, and the last word on its subject."""


@dataclass(frozen=True, slots=True)
class Link:
    """(sebab)-[:CAUSES]->(akibat), with who says so."""

    sebab: str
    akibat: str
    asal: Origin
    """tersurat (written) | urutan (inferred from row order) | diputuskan (a person)"""
    alasan: str
    utama: bool
    """Part of the way that reports follow."""
    keputusan: Decided | None = None
    """Who, when and why, when `asal` is `diputuskan`."""


@dataclass(frozen=True, slots=True)
class Box:
    """A kinerja with what belongs to it."""

    id: str
    uraian: str
    tingkat: str
    singkat: str
    """SS, S, TI, TM, OP, or T3 in another ladder."""
    warna: int
    """1..5 on the ramp, CSS class `tingkat-<warna>`."""
    urut_tingkat: int
    kedalaman: int
    komponen: str
    konflik: bool
    """Stages disagree on its level and nobody has settled it."""
    jabatan: tuple[PositionRef, ...]
    indikator: tuple[Ref, ...]
    baris: tuple[SourceRow, ...]
    """In document order."""
    terpotong: bool = False
    """It has more positions, indicators or rows than are listed (60 of each)."""


@dataclass(frozen=True, slots=True)
class IssueCard:
    """A fault of a document, where it stands and what would be right."""

    id: str
    kode: str
    keparahan: Severity
    tempat: str
    pesan: str
    saran: str
    asal: str
    """baca (found while reading) | lipat (found while reconciling)"""
    terbuka: bool
    baris: tuple[str, ...] = ()
    """Ids of the rows it is about."""
    kinerja: tuple[str, ...] = ()
    """Ids of the kinerja it is about."""


@dataclass(frozen=True, slots=True)
class LevelStep:
    """One level of a tree, for legends and counts."""

    tingkat: str
    singkat: str
    warna: int
    urut_tingkat: int
    jumlah: int
    """How many kinerja stand on it."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a longer list this is."""

    halaman: int
    per_halaman: int
    total: int

    @property
    def jumlah_halaman(self) -> int:
        return max(1, -(-self.total // self.per_halaman))
