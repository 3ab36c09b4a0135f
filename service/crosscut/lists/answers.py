"""What the lists of overlaps answer: rows, how many there are of each state, and on which revision they were found.

Frozen values with plain fields; the field names are those of the JSON answers. Empty text: not stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from service.crosscut.scope import Scope
from service.crosscut.statement import Difference, Share
from service.facts import CrossingStatus, Paging, UnitRef

Direction = Literal["", "masuk", "keluar"]
EndKind = Literal["kinerja", "skpd", "mitra"]


@dataclass(frozen=True, slots=True)
class OverlapEnd:
    """One end of a pair in a list."""

    kunci: str
    """As an address spells it: id of a kinerja, `skpd:<kode>` or `mitra:<kode>`."""
    jenis: EndKind
    teks: str
    """Statement of the kinerja, or name of the unit or body."""
    unit: UnitRef
    """Whose it is; of a unit or body: itself."""
    jenis_unit: str = ""
    tingkat: str = ""
    singkat: str = ""
    """SS, S, TI, TM, OP, or T3 in another ladder; empty: no kinerja."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """One pair."""

    a: OverlapEnd
    b: OverlapEnd
    status: CrossingStatus
    arah: Direction
    """Of a proposal, seen from the unit that was asked for: masuk (it is asked) | keluar (it waits)."""
    jenis: str
    """duplikat | melengkapi | mitra"""
    skor: float | None
    """None: nothing was detected (added by hand, or a body that the text names)."""
    pita: str
    """kuat | tinjau | lemah; empty: without score."""
    alasan: tuple[Share, ...]
    beda: tuple[Difference, ...]
    ukuran_sama: bool
    kutipan: str
    """The words that name the body."""
    banyak: int
    """Pairs with these very sentences in units of the same kind, itself included."""
    ragu: bool
    ulang: bool
    """Decided before; the wording has changed since."""
    utama: str
    """Kode of the lead unit."""
    pihak: str
    """Whose word stands: kode of a unit, or keduanya."""
    sebab: str
    keterangan: str
    ditetapkan: bool
    manual: bool
    oleh: str
    pada: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How many pairs there are, whatever the list is narrowed to; one sentence in units of one kind counts once."""

    terdeteksi: int = 0
    """Of the bands kuat and tinjau, and named bodies: what waits for somebody."""
    lemah: int = 0
    satu_pihak: int = 0
    masuk: int = 0
    keluar: int = 0
    disepakati: int = 0
    ditolak: int = 0
    ragu: int = 0
    ulang: int = 0
    kuat: int = 0
    tinjau: int = 0
    mitra: int = 0
    """Detected: a text names a unit or a body."""


@dataclass(frozen=True, slots=True)
class Computed:
    """On which state of the graph the detection was made."""

    revisi: int
    """Of the graph now."""
    dihitung: int | None
    """Of the graph then; None: it never was."""
    pada: str
    segar: bool
    """Nothing was written since; else it is being computed again."""
    tidak_diperingkat: Mapping[str, int] = field(default_factory=dict)
    """Reason -> pairs that no list shows: `sekretariat`, `satuan wilayah sejenis`."""
    kondisi: int = 0
    """Kinerja that were compared."""


@dataclass(frozen=True, slots=True)
class OverlapPage:
    """One page of the pairs, best first."""

    isi: tuple[Overlap, ...]
    paging: Paging
    jumlah: Totals
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]
    keadaan: Computed
