"""What is shown of a unit: its card in a list, its overview, its tree; and of all units together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.browse.answers.documents import IssueGroup, Tip, VersionCard
from service.browse.answers.kinerja import BasisCard, SuccessFactorCard
from service.facts import ComponentRef, LevelStep, Link, Paging, PartnerRef, PositionRef, Ref, UnitRef

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
    """Examples stand after all others, whatever the order."""
    paging: Paging
    contoh: int
    """How many of all entries are examples."""
    revisi: int


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
    revisi: int
    menunggu: int = 0
    """Things that wait for a person's decision."""
    lintas: Mapping[str, int] = field(default_factory=dict)
    """Crosscutting: disepakati, satu pihak, terdeteksi (no weak ones) -> how many pairs; what is none is left out."""


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
    target: tuple[str, ...] = ()
    """One for each of `indikator` (`85 indeks`); empty: the document has no targets."""
    rencana: tuple[ComponentRef, ...] = ()
    """Components that it is planned as, known by code or name."""
    mitra: tuple[PartnerRef, ...] = ()


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
