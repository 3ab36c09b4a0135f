"""What goes into a template workbook, as plain values, and the rows that it makes.

    Head("Kecamatan Contoh", 2024, jenis="kecamatan", pemda="Kabupaten Rekaan (fiktif)")
    Entry(
        uraian="Meningkatnya kepuasan warga", kode="1.1", induk="1", tingkat="strategis",
        indikator=(Measure("Indeks kepuasan masyarakat", "indeks", "85", "82,1"),),
        komponen="sasaran skpd", bagian=(Component("7.01.02", "Program …"),),
        jabatan=(("camat",), ("kasi pelayanan", "analis")),      # two owners, the second: the one or the other
        mitra=("Dinas Contoh", "Polsek Contoh"),
    )

In: `Entry`s in the order they are to be read. Out: rows of texts, one per indicator, in the order of `form.COLUMNS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.templat.form import COLUMNS, OF_INDICATOR, OR, SEVERAL


@dataclass(frozen=True, slots=True)
class Head:
    """Whose cascade it is; the sheet `Unit`."""

    unit: str = ""
    """Kind and proper name."""
    tahun: int | None = None
    jenis: str = ""
    """kecamatan | dinas | badan | …"""
    pemda: str = ""
    judul: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator of a kinerja, everything as printed."""

    nama: str
    satuan: str = ""
    target: str = ""
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A component of the plan that a kinerja belongs to, known by its code or name."""

    kode: str = ""
    nama: str = ""
    jenis: str = ""
    """Type, for all but the first: `sasaran program`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One kinerja."""

    uraian: str
    kode: str = ""
    induk: str = ""
    """Kode (or id) of the one it supports; of several, parted by `; `, the main one first; empty: it is a top."""
    tingkat: str = ""
    indikator: tuple[Measure, ...] = ()
    komponen: str = ""
    """Type of component: `sasaran program`."""
    bagian: tuple[Component, ...] = ()
    """The components themselves, by code or name; mostly one."""
    jabatan: tuple[tuple[str, ...], ...] = ()
    """Owners; an inner tuple holds alternatives."""
    mitra: tuple[str, ...] = ()
    id: str = ""
    """Of a kinerja that the graph has already."""
    asal_induk: str = ""
    asal_tingkat: str = ""
    """What the program remembers of the cells beside, see `form.remembered`."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the cells offer to choose from."""

    tingkat: tuple[str, ...] = ()
    komponen: tuple[str, ...] = ()
    jabatan: tuple[str, ...] = ()
    mitra: tuple[str, ...] = ()
    jenis: tuple[str, ...] = ()
    satuan: tuple[str, ...] = field(
        default=(
            *("persen", "indeks", "nilai", "skor", "dokumen", "laporan", "orang", "kegiatan", "kali", "bulan"),
            *("desa", "kelurahan", "lembaga", "unit", "paket", "hari", "menit", "rupiah"),
        )
    )


def rows(entries: Sequence[Entry]) -> Iterator[tuple[str, ...]]:
    """At least one row for each kinerja, one for each of its indicators; further components stand on further rows. All
    carry its id and code, so that sorting the sheet parts nothing."""
    for entry in entries:
        for nth in range(max(len(entry.indikator), len(entry.bagian), 1)):
            yield tuple(_cell(entry, nth, column.nama) for column in COLUMNS)


def _cell(entry: Entry, nth: int, name: str) -> str:
    if name in OF_INDICATOR:
        measure = entry.indikator[nth] if nth < len(entry.indikator) else Measure("")
        return str(getattr(measure, "nama" if name == "indikator" else name))
    if name.startswith("komponen"):
        return _component(entry, nth, name)
    if nth and name not in ("id", "kode"):
        return ""
    if name == "jabatan":
        return f"{SEVERAL} ".join(OR.join(cell) for cell in entry.jabatan)
    return f"{SEVERAL} ".join(entry.mitra) if name == "mitra" else str(getattr(entry, name))


def _component(entry: Entry, nth: int, name: str) -> str:
    part = entry.bagian[nth] if nth < len(entry.bagian) else Component()
    if name == "komponen":
        return part.jenis if nth else entry.komponen
    return part.kode if name == "komponen_kode" else part.nama
