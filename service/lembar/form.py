"""The five-stage worksheet by name: its stages, its columns, and how a parent is printed; for writer and reader alike.

In: nothing; these are names. A column is found by its heading, wherever it stands. A parent is printed as its id with
where it comes from behind it: `BTM-22-QJ96 (dari urutan)`; whoever edits it writes an id alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from service.model import BasisKind, Origin

FORMAT = 1
"""Number of the shape; raise it when an older program would misread a newer worksheet."""
MARK = f"Lembar kerja Kinerja Graph, bentuk {FORMAT}"
MARKED = re.compile(r"^Lembar kerja Kinerja Graph, bentuk (?P<bentuk>\d+)$")
MATRIX = "Matriks ini untuk dibaca. Perbaikan ditulis di lembar kerja lima tahap atau templat, bukan di sini."
"""Stands above the matrix; a file with it is not read as a cascade."""
NOTES = "Catatan lembar kerja"
"""Heading of the last page; nothing below it is read."""

UNIT, PEMDA, YEAR, SHAPE = "Perangkat daerah", "Pemerintah daerah", "Tahun", "Bentuk berkas"
"""What the title block calls the four lines that are read again."""

TITLES: Mapping[int, str] = {
    1: "Tahap 1 Menentukan outcome",
    2: "Tahap 2 Mengidentifikasi CSF yang dibutuhkan",
    3: "Tahap 3 Menguraikan CSF ke kondisi antara sampai kondisi operasional",
    4: "Tahap 4 Merumuskan indikator kinerja",
    5: "Tahap 5 Menerjemahkan pohon kinerja ke komponen perencanaan dan jabatan",
}
TITLE = re.compile(r"^Tahap ([1-5])\b", re.IGNORECASE)

OUTCOME = "Outcome"
BASES: Mapping[BasisKind, str] = {
    "mandat": "Mandat, tugas dan fungsi",
    "permasalahan": "Permasalahan",
    "ekspektasi": "Ekspektasi masyarakat",
}
"""What stands in the first column of stage 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a stage's table."""

    nama: str
    judul: str
    lebar: int
    """In characters; on paper the share of the width."""


NUMBER, ID = Column("nomor", "No", 5), Column("id", "Id", 14)
PARENT, REFERENCE = Column("induk", "Induk", 19), Column("rujukan", "Rujukan", 9)
CODE, LEVEL = Column("kode", "Kode", 11), Column("tingkat", "Tingkat", 18)

COLUMNS: Mapping[int, tuple[Column, ...]] = {
    1: (NUMBER, Column("unsur", "Unsur", 26), Column("uraian", "Uraian", 80), PARENT, ID),
    2: (
        NUMBER,
        Column("csf", "CSF", 30),
        Column("isu", "Isu", 30),
        Column("sumber", "Sumber", 16),
        Column("uraian", "Kondisi yang diperlukan", 45),
        PARENT,
        ID,
    ),
    3: (
        NUMBER,
        Column("csf", "CSF dalam bahasa kondisi", 30),
        Column("uraian", "Kondisi yang diperlukan", 58),
        Column("label", "Keterangan", 22),
        PARENT,
        ID,
    ),
    4: (
        NUMBER,
        REFERENCE,
        CODE,
        Column("uraian", "Kinerja", 46),
        Column("indikator", "Indikator kinerja", 42),
        Column("satuan", "Satuan", 11),
        Column("target", "Target", 11),
        Column("baseline", "Kondisi awal", 11),
        LEVEL,
        ID,
    ),
    5: (
        NUMBER,
        REFERENCE,
        Column("uraian", "Kinerja", 44),
        LEVEL,
        Column("komponen", "Komponen perencanaan", 22),
        Column("komponen_kode", "Kode komponen", 18),
        Column("komponen_nama", "Nama komponen", 28),
        Column("jabatan", "Jabatan", 22),
        Column("mitra", "Mitra", 20),
        ID,
    ),
}
"""Stage -> columns in the order of the sheet."""
OPTIONAL: Mapping[int, frozenset[str]] = {1: frozenset({"induk"}), 4: frozenset({"kode"})}
"""Left out where they would be empty from top to bottom."""
OF_INDICATOR = ("indikator", "satuan", "target", "baseline")
"""Filled on every row of stage 4; the others on the first row of a kinerja, the id on every one."""

ORDERED, DECIDED, FURTHER = "dari urutan", "diputuskan", "induk lain"
NOTHING = "-"
"""Stands for the code or the name that one of several components does not have."""
NO_PARENT, TOP = "(belum ada induk)", "(puncak)"
PRINTED_ID = re.compile(r"^[A-Z]{3}-\d{2}-[A-Z0-9]{2,8}$")
OF_YEAR = re.compile(r"\s*(tahun )?\(?(19|20)\d\d\)?$")
"""`Target 2024` is the target."""
PRINTED_PARENT = re.compile(r"^(?P<siapa>[^()]*?)\s*(?:\((?P<asal>[^()]*)\))?$")


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent as a cell names it."""

    siapa: str
    """Id, code or statement; empty: the cell says that there is none."""
    dari: Origin
    """tersurat: a person wrote it | urutan, diputuskan: this program printed it so."""
    lain: bool = False
    """A further parent beside the main one."""


def print_parent(parent: Parent) -> str:
    """`BTM-22-QJ96 (induk lain, diputuskan)`."""
    words = [FURTHER] if parent.lain else []
    words += {"urutan": [ORDERED], "diputuskan": [DECIDED], "tersurat": []}[parent.dari]
    return f"{parent.siapa} ({', '.join(words)})" if words else parent.siapa


def read_parents(cell: str) -> list[Parent]:
    """The parents that a cell names, one a line; a cell that is empty names none, one with `(puncak)` says so."""
    return [_parent(name.strip()) for line in cell.splitlines() for name in _ids_in(line) if name.strip()]


def _ids_in(line: str) -> list[str]:
    """People part ids by commas and semicolons, too; a sentence may hold both."""
    names = re.split(r"[,;]", line)
    return names if all(PRINTED_ID.match(name.strip().upper()) for name in names) else [line]


def _parent(line: str) -> Parent:
    if line.casefold() in (NO_PARENT, TOP):
        return Parent("", "urutan")
    found = PRINTED_PARENT.match(line)
    words = {word.strip().casefold() for word in (found["asal"] or "").split(",")} if found else set[str]()
    if found is None or not words <= {ORDERED, DECIDED, FURTHER, ""}:
        return Parent(line, "tersurat")
    origin: Origin = "urutan" if ORDERED in words else "diputuskan" if DECIDED in words else "tersurat"
    return Parent(found["siapa"], origin, FURTHER in words)


def columns_under(heads: Mapping[int, str], stage: int) -> dict[int, str]:
    """Number of a column -> its name in a stage; a heading that the form does not know is left out."""
    names = {column.judul.casefold(): column.nama for column in COLUMNS[stage]}
    plain = {n: OF_YEAR.sub("", head.rstrip(" *:").casefold()) for n, head in heads.items()}
    return {n: names[head] for n, head in plain.items() if head in names}
