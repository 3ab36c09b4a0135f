"""What the page of a pair shows: its two ends, what the detector found, what people said, how they stand.

Frozen values with plain fields; the field names are those of the JSON answers. Empty text: not stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.crosscut.statement import Difference, Share
from service.facts import Decided, PositionRef, Ref, UnitRef
from service.model import Origin

Status = Literal["disepakati", "satu pihak", "ditolak", "terdeteksi", "lepas", "belum"]
EndKind = Literal["kinerja", "kinerja lama", "skpd", "mitra"]
Spans = tuple[tuple[int, int], ...]
"""(start, end) of every word to mark, left to right."""


@dataclass(frozen=True, slots=True)
class Step:
    """One kinerja on the way from an end up to its outcome."""

    id: str
    uraian: str
    tingkat: str
    singkat: str
    warna: int
    asal: Origin
    """How it is known that the one below supports it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator of an end."""

    id: str
    teks: str
    tanda: Spans
    target: str = ""
    """`85 indeks`; empty: not stated."""


@dataclass(frozen=True, slots=True)
class Same:
    """The same sentence in another unit of the same kind."""

    id: str
    unit: UnitRef


@dataclass(frozen=True, slots=True)
class End:
    """One end of a pair."""

    kunci: str
    """As an address spells it: id of a kinerja, `skpd:<kode>` or `mitra:<kode>`."""
    jenis: EndKind
    uraian: str
    """Statement of the kinerja, or name of the body."""
    unit: UnitRef
    """Whose it is; of a unit or a body: itself."""
    tanda: Spans = ()
    tahun: int = 0
    tingkat: str = ""
    singkat: str = ""
    warna: int = 0
    jenis_unit: str = ""
    contoh: bool = False
    jabatan: tuple[PositionRef, ...] = ()
    indikator: tuple[Measure, ...] = ()
    komponen: tuple[Ref, ...] = ()
    """Components of the plan by code and name."""
    jalan: tuple[Step, ...] = ()
    """What it is done for: from its parent up to the outcome."""
    menjadi: tuple[Ref, ...] = ()
    """What a former kinerja became."""
    kembar: tuple[Same, ...] = ()

    @property
    def kinerja(self) -> bool:
        """Whether a current document states it."""
        return self.jenis == "kinerja"


@dataclass(frozen=True, slots=True)
class Found:
    """What the detector says of the pair."""

    skor: float
    pita: str
    """kuat | tinjau | lemah"""
    jenis: str
    alasan: tuple[Share, ...]
    beda: tuple[Difference, ...]
    ukuran_sama: bool
    kutipan: str
    """The words that name the body, for a partner in the text."""
    ulang: bool
    """It was decided before; the wording has changed since."""
    ragu: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """How the pair stands by people's words."""

    jenis: str
    utama: str
    """Kode of the lead unit; empty: not said."""
    pihak: str
    """Whose yes or no it is."""
    keterangan: str
    sebab: str
    ditetapkan: bool
    """Settled for both by Bappeda."""
    ragu: bool
    """The asked side is unsure."""
    manual: bool
    oleh: str
    pada: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A kinerja that may have to do with one of the ends, too weak for the list."""

    id: str
    uraian: str
    unit: UnitRef
    dari: str
    """Id of the end that it is like."""


@dataclass(frozen=True, slots=True)
class Before:
    """The wording that was decided about, when it is another one now."""

    a: str
    b: str
    pada: str
    oleh: str
    kata: str


@dataclass(frozen=True, slots=True)
class PairPage:
    """Everything about one pair."""

    a: End
    b: End
    status: Status
    temuan: Found | None
    """None: nobody but people says that they have to do with each other."""
    putusan: Stand | None
    """None: nobody has said yes or no."""
    kata: tuple[Decided, ...]
    """The log about the pair, newest first."""
    lama: Before | None
    tetangga: tuple[Neighbour, ...]
    urut: int
    """Number of the last entry about the pair, 0: none. What a form must carry."""
    revisi: int
    lewat: tuple[str, ...] = ()
    """Ends that the edge runs from instead, where a side joined another of its kinerja, or as a unit only."""
    lepas: str = ""
    """Why what was decided is followed no more."""
