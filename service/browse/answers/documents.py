"""What is shown of a document: versions, rows, issues, guidance."""

from __future__ import annotations

from dataclasses import dataclass

from service.facts import IssueCard, Paging, Ref, SourceRow, UnitRef


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
    versi_pohon: int
    """What a form about the document must carry: number of the last decision about this unit and year."""
    revisi: int
