"""The sheets and columns of the template workbook by name, for whoever writes one and whoever reads one.

In: nothing; these are names. A column is found by its heading, wherever it stands: people add, drop and reorder
columns. Headings that people write instead stand beside the heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FORMAT = 1
"""Number of the shape; raise it when an older program would misread a newer workbook."""
MARK = "Templat Kinerja Graph"
"""First cell of the hidden sheet; the second holds the number of the shape."""

GUIDE = "Petunjuk"
UNIT = "Unit"
KINERJA = "Kinerja"
LISTS = "Daftar"
"""Hidden: the mark, and the lists that the cells offer."""

SEVERAL = ";"
"""Parts several positions or partners in one cell; a line break does so too."""
OR = "/"
"""Parts positions of which one or the other is meant."""
OUTSIDE = "|"
"""Parts what a hidden cell remembers."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet `Kinerja`."""

    nama: str
    judul: str
    lebar: int
    """In characters."""
    bantuan: str = ""
    """Shown when a cell of it is chosen."""
    sebutan: tuple[str, ...] = ()
    """Other headings that mean the same, in small letters."""
    tersembunyi: bool = False


COLUMNS: tuple[Column, ...] = (
    Column(
        "id",
        "ID",
        15,
        "Nomor kinerja di layanan ini; terisi pada templat yang diunduh berisi. Jangan diubah. Baris baru: kosongkan.",
        ("id kinerja",),
    ),
    Column(
        "kode",
        "Kode",
        11,
        "Nomor yang Anda pakai untuk menunjuk kinerja ini, misalnya 1, 1.1, 1.1.2. Tidak boleh sama untuk dua kinerja.",
        ("no", "no.", "nomor", "kode kinerja"),
    ),
    Column(
        "induk",
        "Induk",
        15,
        "Kode (atau ID) kinerja yang didukung langsung. Kosong hanya untuk puncak. Beberapa induk: pisah titik koma.",
        ("kode induk", "induk kinerja", "id induk", "kinerja induk"),
    ),
    Column("tingkat", "Tingkat", 21, "Pilih dari daftar.", ("level", "tingkat kinerja", "jenjang")),
    Column(
        "uraian",
        "Uraian kinerja",
        48,
        "Kondisi atau hasil yang dicapai, bukan kegiatannya. Wajib diisi pada baris pertama tiap kinerja.",
        ("kinerja", "uraian", "pernyataan kinerja", "kondisi", "sasaran"),
    ),
    Column(
        "indikator",
        "Indikator",
        36,
        "Satu indikator per baris. Indikator berikutnya di baris bawahnya, kolom Kode dan Uraian dikosongkan.",
        ("indikator kinerja",),
    ),
    Column("satuan", "Satuan", 12, "Misalnya persen, indeks, dokumen, orang."),
    Column("target", "Target", 11, "Target tahun ini untuk indikator di baris yang sama.", ("target kinerja",)),
    Column(
        "baseline",
        "Baseline",
        11,
        "Kondisi awal (capaian tahun lalu).",
        ("kondisi awal", "data dasar", "baseline (kondisi awal)"),
    ),
    Column(
        "komponen",
        "Jenis komponen",
        20,
        "Pilih dari daftar, misalnya sasaran program.",
        ("komponen", "komponen perencanaan", "jenis komponen perencanaan"),
    ),
    Column(
        "komponen_kode",
        "Kode komponen",
        19,
        "Kode nomenklatur, misalnya 7.01.02.2.02.0003.",
        ("komponen kode", "kode nomenklatur", "kode rekening"),
    ),
    Column(
        "komponen_nama",
        "Nama komponen",
        32,
        "Nama tujuan, sasaran, program, kegiatan, atau sub kegiatan.",
        ("komponen nama", "nama nomenklatur", "nomenklatur"),
    ),
    Column(
        "jabatan",
        "Jabatan",
        26,
        "Pengampu: jabatan, bukan nama orang. Beberapa pengampu dipisah titik koma (;), pilihan garis miring (/).",
        ("pengampu", "penanggung jawab", "pemilik kinerja"),
    ),
    Column(
        "mitra",
        "Mitra",
        26,
        "Pihak lain yang ikut mewujudkan: perangkat daerah lain, Polsek, desa. Beberapa mitra dipisah titik koma (;).",
        ("mitra kerja", "crosscutting", "lintas sektor"),
    ),
    Column("asal_induk", "Asal induk", 12, tersembunyi=True),
    Column("asal_tingkat", "Asal tingkat", 12, tersembunyi=True),
)
"""In the order of the sheet: A, B, C … `asal_*` remember what this program printed there and what the document said, so
that a parent taken from the order of rows stays so until a person edits it."""

OF_INDICATOR = ("indikator", "satuan", "target", "baseline")
"""Filled on every row; the others on the first row of a kinerja."""
ESSENTIAL = ("kode", "induk", "tingkat", "uraian", "indikator", "satuan", "target")
"""A sheet with all these headings is this template, even where the hidden sheet is lost."""


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the sheet `Unit`."""

    nama: str
    judul: str
    bantuan: str
    wajib: bool = True
    sebutan: tuple[str, ...] = ()


QUESTIONS: tuple[Question, ...] = (
    Question(
        "unit",
        "Nama perangkat daerah",
        "Lengkap dengan jenisnya, misalnya Kecamatan Contoh atau Dinas Contoh.",
        sebutan=("perangkat daerah", "nama skpd", "skpd", "nama opd", "opd", "unit", "nama unit"),
    ),
    Question(
        "jenis",
        "Jenis perangkat daerah",
        "Pilih dari daftar; kosong: dikenali dari namanya.",
        wajib=False,
        sebutan=("jenis", "jenis skpd", "jenis unit"),
    ),
    Question(
        "pemda",
        "Pemerintah daerah",
        "Misalnya Kabupaten Contoh; kosong: pemerintah daerah yang sudah ada di layanan ini.",
        wajib=False,
        sebutan=("pemda", "kabupaten", "kabupaten/kota"),
    ),
    Question("tahun", "Tahun", "Empat angka, misalnya 2024.", sebutan=("tahun anggaran", "tahun kinerja")),
    Question("judul", "Judul dokumen", "Boleh kosong.", wajib=False, sebutan=("judul",)),
)

BY_HEADING: Mapping[str, str] = {
    heading: column.nama
    for column in COLUMNS
    for heading in (column.judul.casefold(), column.nama.replace("_", " "), *column.sebutan)
}
"""Heading in small letters -> name of the column."""
BY_QUESTION: Mapping[str, str] = {
    words: question.nama for question in QUESTIONS for words in (question.judul.casefold(), *question.sebutan)
}


def remembered(cetak: str, dokumen: str, asal: str = "") -> str:
    """What a hidden cell holds: what was printed, what the document itself says, and where it had that from."""
    return OUTSIDE.join((cetak, dokumen, asal))
