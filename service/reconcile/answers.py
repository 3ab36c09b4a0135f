"""What the reconciliation grid shows: kinerja, witnesses, proposals, and parents that wait for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.facts import Decided, Link, Paging, Ref, SourceRow, UnitRef

Filter = Literal["semua", "berbeda", "terbuka", "sama"]


@dataclass(frozen=True, slots=True)
class Witness:
    """What one column says of a kinerja's level."""

    saksi: str
    """`Tahap 3` | `Tahap 4` | `Tahap 5` | `Templat` | `Komponen`"""
    tingkat: str
    """In the ladder's words; empty: it does not say."""
    singkat: str
    warna: int
    label: str
    """As written: `kondisi antara utama`, `sasaran program`."""
    baris: SourceRow | None
    setuju: bool
    """Says the same as the level in force."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One kinerja and its witnesses."""

    kinerja: Ref
    tingkat: str
    """In force: decided, else proposed."""
    singkat: str
    warna: int
    saksi: tuple[Witness, ...]
    """Tahap 3, Tahap 4, Tahap 5, Komponen; where the document is a template: Templat, Komponen."""
    usul: str
    usul_singkat: str
    alasan: str
    """Why that is proposed."""
    keputusan: Decided | None
    """The decision in force on its level."""
    konflik: bool
    """Stages 3, 4 and 5 disagree, settled or not."""
    terbuka: bool
    """A conflict that nobody settled."""
    versi_subjek: int


@dataclass(frozen=True, slots=True)
class WaitingParent:
    """A parent that is inferred from row order and waits for confirmation."""

    kinerja: Ref
    induk: Ref
    lewat: Link
    cabang: str
    """Id of the top of its branch (the ancestor below the CSF's condition), for "a whole branch"."""
    cabang_teks: str
    di_bawah: tuple[str, ...]
    """Ids of the kinerja below it whose parent is inferred too."""
    versi_subjek: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The reconciliation grid of a document."""

    dokumen: str
    unit: UnitRef
    tahun: int
    versi: int
    tingkat: tuple[str, ...]
    """Levels to choose from, top first."""
    baris: tuple[GridRow, ...]
    """This page of the rows that the filter lets through: open conflicts first, settled ones, then the rest, each in
    document order."""
    paging: Paging
    jumlah: int
    """Kinerja of the document."""
    berbeda: int
    terbuka: int
    sama: int
    menunggu: tuple[WaitingParent, ...]
    terpotong: bool
    """`menunggu` was cut at 500."""
    versi_pohon: int
    """What a form about the whole tree must carry: number of the last decision about this unit and year."""
    revisi: int
