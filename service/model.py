"""What a document says, from the row as written to the cascade that is computed from it.

One direction: a reader makes `RawRow`s, the parser makes a `Document` of `Row`s and `Claim`s, `ingest/identify` writes
the id of its kinerja into every claim, and `fold(claims, decisions, register)` makes the one `Cascade` that is shown.
Everything here is a frozen value; nothing here knows a file format, a query or a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "peringatan", "info"]
Origin = Literal["tersurat", "urutan", "diputuskan"]
BasisKind = Literal["mandat", "permasalahan", "ekspektasi"]
ClaimKind = Literal["kinerja", "outcome", "dasar", "csf", "trik"]
Role = Literal["judul", "kepala", "data", "trik", "teks", "kosong", "tak terpakai"]
DecisionKind = Literal[
    "versi", "tingkat", "induk", "induk_lain", "utama", "indikator", "jabatan", "padanan", "komponen", "silang"
]

STAGES = (1, 2, 3, 4, 5)
TEMPLATE = 0
"""The `tahap` of claims from the template workbook, whose rows state everything at once and belong to no stage."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, as a person would look it up."""

    lokasi: str
    """In the file: `baris berkas 130`, `Tahap 5!C14`, `tabel 4 baris 9`."""
    tahap: int | None = None
    baris: int | None = None
    """n-th data row of the stage, counted through page breaks, header excluded."""

    def __str__(self) -> str:
        if self.tahap is None:
            return self.lokasi
        stage = f"Tahap {self.tahap}"
        if self.baris is not None:
            stage += f", baris {self.baris}"
        return f"{stage} ({self.lokasi})" if self.lokasi else stage


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault of a document: what, where, and what would be right. All are reported at once."""

    kode: str
    """`STR07`, `BACA03`; the same fault always has the same code."""
    keparahan: Severity
    tempat: str
    """`str(Place)`, or the file's name when it is about the whole file."""
    pesan: str
    """What was read, and what it was taken for."""
    saran: str
    """The remedy."""
    baris: tuple[int, ...] = ()
    """`Row.nomor` of the rows it is about."""
    kinerja: str = ""
    """Id of the kinerja it is about, once it is known."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One line of running text, or one row of a table, exactly as a reader found it."""

    lokasi: str
    sel: tuple[str, ...]
    """Cells as written, outer white space removed; running text has one."""
    tabel: int | None = None
    """Number of the table it stands in, counted through the file; None: running text."""
    kolom: tuple[int, ...] = field(default=(), compare=False)
    """Columns of the sheet that `sel` stands in, from 1; empty: not told (running text: see `lokasi`)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One source row with the use that was made of it; every row of a file becomes one."""

    nomor: int
    """1, 2, 3 … through the whole file."""
    tempat: Place
    sel: tuple[str, ...]
    peran: Role
    """What the row was used as; `tak terpakai` rows are listed for the reader of the report."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one data row says. Empty string or tuple: it does not say."""

    jenis: ClaimKind
    baris: tuple[int, ...]
    """`Row.nomor` of its rows: one, or several when a page break cut the row."""
    tempat: Place
    tahap: int
    urutan: int
    """n-th data row of its stage."""
    uraian: str = ""
    """The statement as printed, white space and broken words mended."""
    label: str = ""
    """The level as this row writes it ("kondisi antara utama", "Kinerja taktikal immediate")."""
    tingkat: str = ""
    """The same without "kinerja"/"kondisi", spelled one way; still this row's own claim."""
    indikator: tuple[str, ...] = ()
    komponen: str = ""
    """Type of planning component as printed: `sasaran sub kegiatan`."""
    jabatan: tuple[tuple[str, ...], ...] = ()
    """Owners: one inner tuple per cell, holding its alternatives ("kasi/jafung/analisis")."""
    rujukan: str = ""
    """Stage reference as written ("Tahap 3")."""
    csf: str = ""
    """Name of the CSF (stage 2), or the condition of the CSF this row stands under (stage 3)."""
    isu: str = ""
    sumber: str = ""
    dasar: BasisKind | None = None
    kode: str = ""
    """A code or number that the row itself carries; empty in most worksheets."""
    induk: str = ""
    """A parent that the row itself names (id, code or statement); empty in most worksheets."""
    induk_urutan: bool = False
    """This program printed that parent from the order of rows, and nobody has edited it: no word of the document."""
    id_tertulis: str = ""
    """Id of a kinerja that the row itself carries, from a worksheet or template that this program filled."""
    satuan: tuple[str, ...] = ()
    """Units of measure, one for each of `indikator`; all three of these are empty where the form has no such column."""
    target: tuple[str, ...] = ()
    baseline: tuple[str, ...] = ()
    komponen_kode: str = ""
    """Code of the planning component in the national nomenclature, as printed."""
    komponen_nama: str = ""
    """Its name."""
    mitra: tuple[str, ...] = ()
    """Bodies outside the unit, or other units, that the row names as partners."""
    kelompok: int = 0
    """Which kinerja of this document it speaks of (1, 2, 3 …), set by `ingest/join`; 0: of none."""
    kinerja_id: str = ""
    """The same as an id of the graph, set by `ingest/identify`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document as it was read, before anything is compared with the graph."""

    unit: str
    """Kind and proper name: `Kecamatan Batumandi`."""
    jenis_unit: str
    """kecamatan | dinas | badan | … in small letters; empty: not recognised."""
    pemda: str
    """`Kabupaten Balangan`; empty: not stated."""
    tahun: int
    judul: str
    sebutan: tuple[str, ...]
    """Spellings of the unit in the header, for the register's aliases."""
    tidak_disebut: tuple[str, ...]
    """What the form asks for and the document leaves empty: `mandat`, `permasalahan`."""
    rows: tuple[Row, ...]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log (`Keputusan`). Never changed; undone only by a later one that cancels it."""

    id: str
    urut: int
    """Gapless number in the whole log."""
    jenis: DecisionKind
    subjek: str
    """Id of what it is about: a Dokumen (`versi`) or a Kinerja (all others; `silang`: and of `dengan`)."""
    isi: Mapping[str, str]
    """versi: {versi: id; "": the document is withdrawn} · tingkat: {tingkat: name}
    · induk: {induk: id of the effect, "": it is a top; dari: id it replaced or ""} (confirmed or moved)
    · induk_lain: {induk: id of a further effect, tarik: "ya" when that link is taken away}
    · utama: {induk: id of the effect that reports follow}
    · indikator: {aksi: gabung | pisah, indikator: id, dengan: id of the one it is joined to; nama, nama_dengan}
    · jabatan: {aksi: tugaskan | tarik, jabatan: kode, nama: as printed}
    · padanan: {dari: id that the rows carry} (those rows speak of the subject, an old kinerja; decisions about `dari`
    follow); {dari, baru: "ya", versi: id, uraian, tingkat}: rows of this version speak of a new one (decisions stay
    with the old); a subject that is `dari` itself: confirmed
    · komponen: {komponen: kode, nama: its name, aksi: pilih | tolak} (planned as that component of the nomenclature)
    · silang: {dengan: the other end, an id, skpd:<kode> or mitra:<kode>; pihak: whose word it is, kode of a unit,
    mitra:<kode> or keduanya; kata: ya | tidak | ragu; jenis, utama: kode of the lead, keterangan; sebab: why not;
    gabung: id of the kinerja that the side joins instead, or unit; manual: "ya" when a person added the pair;
    searti: kata = kata; kalimat_a, kalimat_b, kalimat_gabung, nama_a, nama_b, nama_pihak, sidik_a, sidik_b: as they
    were; badan: kind of the body; skor, pita, alasan, beda, ukuran_sama, kutipan, kelompok, usul: what the detector
    said} (one side's word about one crosscutting pair; the subject is the smaller id, or the kinerja).
    A cancelling entry repeats the kind and subject of what it cancels and has an empty `isi`; of a pair, its `dengan`,
    `pihak` and the names that the list shows."""
    oleh: str
    pada: str
    """ISO 8601 with offset."""
    alasan: str
    membatalkan: str = ""
    """Id of the decision that this one cancels."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder: a row of `Jenjang` for a kind of unit (seeds/jenjang.csv)."""

    urut: int
    tingkat: str
    alias: tuple[str, ...]
    komponen: str
    """Type of planning component that belongs to it: `sasaran program`."""
    kelas_jabatan: str


@dataclass(frozen=True, slots=True)
class Register:
    """The part of the master data that `fold` needs for one unit."""

    kode: str
    """Of the SKPD."""
    nama: str
    jenis: str
    jenjang: tuple[Step, ...]
    """Ladder of this kind of unit, top first."""
    jabatan: Mapping[str, str] = field(default_factory=dict)
    """Spelling -> kode of a Jabatan that a person named so (aliases)."""


@dataclass(frozen=True, slots=True)
class Kinerja:
    """One box of the tree, as reconciled."""

    id: str
    kode: str
    """A code the document gives it; empty in most."""
    uraian: str
    tingkat: str
    """The level in force: decided, else proposed."""
    tingkat_usul: str
    """What the witnesses propose."""
    alasan_tingkat: str
    """Why, in words."""
    diputuskan: bool
    """A person settled the level."""
    urut_tingkat: int
    """1 = outcome."""
    kedalaman: int
    """Hops to the outcome along the main path."""
    kondisi: bool
    """Stands in stage 3 as a condition."""
    komponen: str
    sidik: str
    sidik_makna: str
    urutan: int
    """Place in the document's own order, 1, 2, 3 …"""
    konflik: bool
    """Stages 3, 4 and 5 disagree on the level (STR07)."""
    tingkat_t3: str = ""
    tingkat_t4: str = ""
    tingkat_t5: str = ""
    tingkat_komponen: str = ""
    """What each witness says, in the ladder's words; empty: it does not say."""


@dataclass(frozen=True, slots=True)
class Edge:
    """(sebab)-[:CAUSES]->(akibat): from the condition up to what it makes possible."""

    sebab: str
    akibat: str
    asal: Origin
    alasan: str
    utama: bool = True


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a unit and year, also when several kinerja share it."""

    id: str
    nama: str
    nama_baku: str
    """Normalised name; joins the same measure over units and years (`Ukuran`)."""
    kinerja: tuple[str, ...]
    """Ids of what it measures, in document order."""
    satuan: str = ""
    target: tuple[str, ...] = ()
    """As printed, one for each of `kinerja`; empty: the document has none."""
    baseline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """(Kinerja)-[:PLANNED_AS]->(Komponen): a component known by its code or name."""

    kinerja: str
    kode: str
    """Code of the nomenclature in one spelling, else a slug of the name."""
    nama: str
    asal: Origin
    """tersurat (the document says it) | diputuskan (a person accepted a proposal)."""
    jenis: str = ""
    """tujuan | sasaran | program | kegiatan | sub kegiatan …; empty: not told."""


@dataclass(frozen=True, slots=True)
class Partner:
    """(Kinerja)-[:NAMES]->(Mitra): a body that the document names as partner of this kinerja."""

    kinerja: str
    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """(Kinerja)-[:ASSIGNED_TO]->(Jabatan)."""

    kinerja: str
    jabatan: str
    """kode: SKPD + slug."""
    nama: str
    kelompok: int
    """Cells of one kinerja are counted 1, 2 …; owners in one cell share the number."""
    alternatif: bool
    """One of several in its cell."""


@dataclass(frozen=True, slots=True)
class SuccessFactor:
    """A CSF of stage 2 and the conditions it became."""

    id: str
    nama: str
    isu: str
    sumber: str
    kinerja: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """A ground of the outcome that the document states in stage 1."""

    id: str
    jenis: BasisKind
    uraian: str
    kinerja: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Astray:
    """A decision in force that is not followed, because what it is about or names is not there."""

    keputusan: str
    """Its id."""
    sebab: str
    """Why, in words that follow a colon."""


@dataclass(frozen=True, slots=True)
class Cascade:
    """The live cascade of one unit and year: what the graph shows, and why."""

    kinerja: tuple[Kinerja, ...]
    edges: tuple[Edge, ...]
    indikator: tuple[Indicator, ...]
    assignments: tuple[Assignment, ...]
    csf: tuple[SuccessFactor, ...]
    dasar: tuple[Basis, ...]
    issues: tuple[Issue, ...]
    komponen: tuple[Planned, ...] = ()
    mitra: tuple[Partner, ...] = ()
    lepas: tuple[Astray, ...] = ()
    """Oldest first."""
