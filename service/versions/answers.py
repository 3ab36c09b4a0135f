"""What is told of the versions of a document: their list, and what two of them say differently.

Frozen values with plain fields; the field names are those of the JSON API.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.facts import Decided, Paging, SourceRow, UnitRef
from service.versions.words import Piece

Kind = Literal["baru", "hilang", "berubah"]
Facet = Literal["kalimat", "induk", "tingkat", "indikator", "jabatan", "komponen", "mitra"]

FACETS: dict[Facet, str] = {
    "kalimat": "Kalimat",
    "induk": "Induk",
    "tingkat": "Tingkat",
    "indikator": "Indikator",
    "jabatan": "Jabatan",
    "komponen": "Komponen",
    "mitra": "Mitra",
}
"""What a document says of a kinerja, and how it is called on a page."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document."""

    id: str
    nomor: int
    nama_berkas: str
    ukuran: int
    sha256: str
    diimpor_pada: str
    oleh: str
    pembaca: str
    """Version of the reader that read it."""
    berlaku: bool
    baris: int
    """Rows of its file."""


@dataclass(frozen=True, slots=True)
class FacetChange:
    """One thing that two versions say differently of one kinerja."""

    hal: Facet
    sebelum: str
    """Empty: it was not there."""
    sesudah: str
    """Empty: it is not there any more."""
    kata: tuple[Piece, ...] = ()
    """Changed words, where both are sentences."""
    sebelum_id: str = ""
    """Id of the parent (`induk`) or of the indicator, where there is one."""
    sesudah_id: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A kinerja that is new, gone, or said differently."""

    id: str
    uraian: str
    """As the later version says it; of what is gone, as the earlier one did."""
    sifat: Kind
    perubahan: tuple[FacetChange, ...]
    """What is said differently; of what is new or gone, all that is said."""
    baris_sebelum: tuple[SourceRow, ...]
    baris_sesudah: tuple[SourceRow, ...]
    keputusan: tuple[Decided, ...]
    """Decisions in force about it: they lie over what the document says, and are no part of the comparison."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many kinerja differ, and in what."""

    baru: int = 0
    hilang: int = 0
    berubah: int = 0
    sama: int = 0
    kalimat: int = 0
    induk: int = 0
    tingkat: int = 0
    indikator: int = 0
    jabatan: int = 0
    komponen: int = 0
    mitra: int = 0
    """Of those that both versions name (`berubah`), by what is said differently."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions of a document say differently."""

    dokumen: str
    judul: str
    unit: UnitRef
    tahun: int
    dari: Version
    ke: Version
    jumlah: Counts
    ringkasan: str
    """The same in a sentence."""
    isi: tuple[Difference, ...]
    """In the order of the later document; what is gone stands last."""
    paging: Paging
    semua_versi: tuple[Version, ...]
    """Newest first, for choosing others."""
    versi_pohon: int
    """What a form about the document must carry: number of the last decision about this unit and year."""
    revisi: int


@dataclass(frozen=True, slots=True)
class Place:
    """A version of another document."""

    dokumen: str
    """Its id: unit and year."""
    nomor: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A version that was moved away, by a decision in force."""

    ke: Place
    keputusan: Decided


@dataclass(frozen=True, slots=True)
class Line:
    """One version in the list."""

    versi: Version
    kinerja: int
    hubungan: int
    indikator: int
    jabatan: int
    """What it says, counted; all 0 when it was not read for this list (`dibaca`)."""
    dibaca: bool
    perubahan: str
    """What changed since the version before, in a line; empty: it is the first, or was not read."""
    alasan: str
    """Reason with which it was made current last; empty: it never was."""
    asal: Place | None
    """Where it was before it was moved here; None: it was imported here."""
    pindah: Moved | None
    """Where it was moved to; None: nowhere."""


@dataclass(frozen=True, slots=True)
class History:
    """All versions of a document."""

    dokumen: str
    judul: str
    unit: UnitRef
    tahun: int
    versi: tuple[Line, ...]
    """Newest first."""
    ditarik: Decided | None
    """The decision that withdrew the document; None: a version is current, or none ever was."""
    versi_pohon: int
    revisi: int
