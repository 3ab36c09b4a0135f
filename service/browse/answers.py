"""What a screen shows: lists, overviews, the tree, one kinerja, one document. Frozen, bounded, told."""

from __future__ import annotations

from dataclasses import dataclass

from service.facts import (
    Box,
    Decided,
    IssueCard,
    LevelStep,
    Link,
    Paging,
    PositionRef,
    Ref,
    SourceRow,
    UnitRef,
)
from service.trace import Support, Trace

MAX_TREE = 3000


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One unit and year in a list."""

    kode: str
    nama: str
    jenis: str
    singkatan: str
    pemda: str
    contoh: bool
    """Fictional example of another regency."""
    tahun: int | None
    """None: a unit without a document."""
    dokumen: str
    versi: int
    diimpor_pada: str
    """ISO 8601; empty: nothing imported."""
    kinerja: int
    indikator: int
    jabatan: int
    konflik: int
    """Levels that stages disagree on and nobody settled."""
    disimpulkan: int
    """Parents inferred from row order that nobody confirmed."""


@dataclass(frozen=True, slots=True)
class UnitList:
    unit: tuple[UnitCard, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class VersionCard:
    """One uploaded version of a document."""

    id: str
    dokumen: str
    nomor: int
    sha256: str
    nama_berkas: str
    ukuran: int
    diimpor_pada: str
    oleh: str
    pembaca: str
    berlaku: bool
    """The one that feeds the graph."""
    baris: int
    """Rows of the file."""


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """Issues of one code, worst first."""

    kode: str
    keparahan: str
    jumlah: int
    saran: str
    isu: tuple[IssueCard, ...]
    """At most 50."""


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
class UnitPage:
    """Overview of one unit and year."""

    kartu: UnitCard
    alias: tuple[str, ...]
    tahun_lain: tuple[int, ...]
    """Other years with a cascade, newest first."""
    tingkat: tuple[LevelStep, ...]
    posisi: tuple[PositionRef, ...]
    """Positions of the unit, by name."""
    versi: tuple[VersionCard, ...]
    """Newest first."""
    csf: tuple[SuccessFactorCard, ...]
    dasar: tuple[BasisCard, ...]
    tidak_disebut: tuple[str, ...]
    """What the form asks for and the current version leaves empty."""
    isu: tuple[IssueGroup, ...]


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One box of the tree; its place is told by `induk`."""

    id: str
    uraian: str
    tingkat: str
    singkat: str
    warna: int
    urut_tingkat: int
    kedalaman: int
    urutan: int
    """Place in the document's order; siblings are sorted by it."""
    komponen: str
    konflik: bool
    diputuskan: bool
    """A person settled its level."""
    induk: str
    """Id of its main effect; empty: a root (an outcome, or a broken chain)."""
    lewat: Link | None
    """The link to `induk`."""
    induk_lain: tuple[Link, ...]
    """Links to further effects."""
    jabatan: tuple[PositionRef, ...]
    indikator: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The cascade of a unit and year as flat rows; parents before children, siblings in document order."""

    unit: UnitRef
    tahun: int
    dokumen: str
    versi: int
    simpul: tuple[TreeNode, ...]
    tingkat: tuple[LevelStep, ...]
    """The legend, top first."""
    disimpulkan: int
    konflik: int
    total: int
    terpotong: bool
    """More than MAX_TREE kinerja; the rest is not shown."""


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


@dataclass(frozen=True, slots=True)
class RowUse:
    """A row of a version with the use that was made of it."""

    baris: SourceRow
    sel: tuple[str, ...]
    peran: str
    """judul | kepala | data | trik | teks | kosong | tak terpakai"""
    kinerja: Ref | None
    isu: tuple[str, ...]
    """Codes of the issues about it."""


@dataclass(frozen=True, slots=True)
class Tip:
    """A line of guidance ("trik") printed beside a stage of the form."""

    tahap: int
    teks: str
    baris: SourceRow


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One version of a document: what was read from it."""

    dokumen: str
    judul: str
    jenis: str
    tahun: int
    unit: UnitRef
    versi: VersionCard
    """The version shown."""
    semua_versi: tuple[VersionCard, ...]
    peran: tuple[tuple[str, int], ...]
    """Use and number of rows: (`data`, 78) …"""
    baris: tuple[RowUse, ...]
    paging: Paging
    """Of `baris`."""
    isu: tuple[IssueGroup, ...]
    trik: tuple[Tip, ...]
    tidak_disebut: tuple[str, ...]
    revisi: int


@dataclass(frozen=True, slots=True)
class About:
    """What stands in the graph, for the page "tentang data ini"."""

    jumlah: tuple[tuple[str, int], ...]
    """Label and number of nodes: (`Kinerja`, 26) …"""
    hubungan: tuple[tuple[str, int], ...]
    asal_hubungan: tuple[tuple[str, int], ...]
    """Origin of CAUSES and number."""
    unit: tuple[UnitCard, ...]
    tidak_disebut: tuple[tuple[str, tuple[str, ...]], ...]
    """(document, what it leaves empty)"""
    trik: tuple[Tip, ...]
    """Guidance of the form, each sentence once, by stage."""
    isu: tuple[tuple[str, int, int], ...]
    """Code, all, open."""
    revisi: int
    skema: int
