"""What is shown of a kinerja or an indicator, with the rows that say so."""

from __future__ import annotations

from dataclasses import dataclass

from service.facts import Box, Decided, IssueCard, Ref, SourceRow, UnitRef
from service.trace import Support, Trace


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source row with what it claims about the kinerja."""

    baris: SourceRow
    sel: tuple[str, ...]
    """Cells as written."""
    uraian: str
    """The statement as this row prints it."""
    label: str
    """The level as this row writes it."""
    tingkat: str
    """The same in the ladder's words."""
    indikator: tuple[str, ...]
    komponen: str
    jabatan: tuple[str, ...]
    """One entry per cell, alternatives joined by `/`."""
    rujukan: str


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """An indicator of a kinerja, where it is stated, and what else it measures."""

    id: str
    nama: str
    baris: tuple[SourceRow, ...]
    juga_mengukur: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class SuccessFactorCard:
    """A CSF, the issue it answers, and the conditions it became."""

    id: str
    nama: str
    isu: str
    sumber: str
    kinerja: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class BasisCard:
    """A ground of the outcome that stage 1 states."""

    id: str
    jenis: str
    uraian: str
    kinerja: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class KinerjaPage:
    """Everything about one kinerja."""

    kinerja: Box
    kode: str
    tahun: int
    unit: UnitRef
    dokumen: str
    tingkat_usul: str
    alasan_tingkat: str
    diputuskan: bool
    """A person settled the level."""
    saksi: tuple[tuple[str, str], ...]
    """What each witness says of the level: (`Tahap 3`, level) … ; empty level: it does not say."""
    naik: Trace
    turun: Support
    indikator: tuple[MeasureCard, ...]
    bukti: tuple[Evidence, ...]
    csf: tuple[SuccessFactorCard, ...]
    dasar: tuple[BasisCard, ...]
    keputusan: tuple[Decided, ...]
    """Newest first, also undone ones."""
    isu: tuple[IssueCard, ...]
    versi_subjek: int
    """What a form that changes it must carry (If-Match)."""
    revisi: int
    terpotong: bool = False
    """It has more indicators, positions, rows (60 each) or issues (200) than are listed."""


@dataclass(frozen=True, slots=True)
class OldKinerja:
    """A kinerja that no current document states any more; its address still answers."""

    id: str
    uraian: str
    tahun: int
    tingkat: str
    unit: UnitRef | None
    menjadi: tuple[Ref, ...]
    """What it became; empty: it is gone."""
    keputusan: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator: which rows state it, which kinerja it measures, who else uses the measure."""

    id: str
    nama: str
    nama_baku: str
    tahun: int
    unit: UnitRef
    mengukur: tuple[Box, ...]
    """Highest level first."""
    baris: tuple[SourceRow, ...]
    isu: tuple[IssueCard, ...]
    revisi: int
