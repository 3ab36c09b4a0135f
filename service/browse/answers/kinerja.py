"""What is shown of a kinerja or an indicator, with the rows that say so."""

from __future__ import annotations

from dataclasses import dataclass

from service.facts import Box, ComponentRef, Crossing, Decided, IssueCard, PartnerRef, Ref, SourceRow, UnitRef
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
    satuan: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    baseline: tuple[str, ...] = ()
    """One for each of `indikator`; empty: the form has no such column, or nothing stands there."""
    komponen_kode: str = ""
    komponen_nama: str = ""
    mitra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """An indicator of a kinerja, where it is stated, and what else it measures."""

    id: str
    nama: str
    baris: tuple[SourceRow, ...]
    juga_mengukur: tuple[Ref, ...]
    satuan: str = ""
    target: str = ""
    baseline: str = ""
    """As printed; empty: the document does not say."""


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
class Event:
    """One thing that happened to a kinerja."""

    pada: str
    """ISO 8601 with offset."""
    urut: int
    """Number in the log; 0: a version that was brought in."""
    oleh: str
    apa: str
    """`Tingkat`, `Induk`, `Versi 2`."""
    teks: str
    """In words."""
    alasan: str
    keputusan: Decided | None
    """None: a version."""
    versi: int = 0
    """Number of the version; 0: a decision."""


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
    rencana: tuple[ComponentRef, ...] = ()
    """Components that it is planned as, known by code or name (at most 60)."""
    mitra: tuple[PartnerRef, ...] = ()
    """In document order (at most 60)."""
    riwayat: tuple[Event, ...] = ()
    """Decisions about it and versions that reworded or moved it, oldest first."""
    versi_pohon: int = 0
    """What a form about its whole branch must carry."""
    cabang_disimpulkan: int = 0
    """Inferred main links of its branch, its own included, as far as the branch is shown."""
    contoh: bool = False
    """Belongs to a fictional example."""
    lintas: tuple[Crossing, ...] = ()
    """Crosscutting with kinerja of other units and with bodies, agreed first (at most 200)."""


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
    riwayat: tuple[Event, ...] = ()
    """The same in words, oldest first."""


@dataclass(frozen=True, slots=True)
class Use:
    """What the document says of an indicator beside one of the kinerja that it measures."""

    kinerja: Ref
    target: str
    baseline: str


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
    satuan: str = ""
    pemakaian: tuple[Use, ...] = ()
    """Targets, in the order of `mengukur`; empty: the document has no such column."""
    contoh: bool = False
    """Belongs to a fictional example."""
