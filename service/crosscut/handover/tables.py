"""The matrix crosscutting as tables: the form with its ids, the numbers unit by unit, the sums of each unit.

In: a `Handed` or a `Matrix`. Out: `Table`s for a workbook or for CSV. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.crosscut.handover import Row
from service.crosscut.handover.handing import Handed
from service.crosscut.tables import Table
from service.crosscut.views.matrix_answer import Counts, Matrix
from service.workbook import Value

FORM = ("No", "Kinerja", "Level", "Internal/eksternal", "Perangkat daerah mitra", "Peran", "Keterangan", "Status")
FORM_WIDTHS = (5, 46, 15, 12, 46, 13, 40, 22)
IDS = ("Id kinerja", "Id mitra", "Kode perangkat daerah", "Kode mitra", "Pasangan")
IDS_WIDTHS = (15, 24, 24, 24, 34)
EMPTY = "Belum ada crosscutting yang disepakati atau diusulkan satu pihak."
UNSAID = "(belum disebut kinerja yang mana)"


def form(of: Handed) -> Table:
    """The form, its ids at the right so that nothing is lost; of a whole government with the unit of each row."""
    unit: tuple[str, ...] = ("Perangkat daerah",) if of.semua else ()
    width: tuple[int, ...] = (28,) if of.semua else ()
    rows = tuple(_row(n, row, of.semua) for n, row in enumerate(of.baris, 1))
    return Table(
        nama="Matriks crosscutting",
        judul=of.judul,
        kepala=(FORM[0], *unit, *FORM[1:], *IDS),
        lebar=(FORM_WIDTHS[0], *width, *FORM_WIDTHS[1:], *IDS_WIDTHS),
        baris=rows,
        catatan=caution(of),
        kosong=EMPTY,
    )


def caution(of: Handed) -> str:
    """What is in it and what is not."""
    said = "Yang disepakati lebih dahulu, lalu yang baru diusulkan satu pihak."
    said += " Yang terdeteksi hanya dugaan dari kata." if of.terdeteksi else " Yang baru terdeteksi tidak dimuat."
    return said + (f" Dipotong pada {len(of.baris)} pasangan." if of.terpotong else "")


def text_of(row: Row) -> tuple[str, ...]:
    """The cells of the form without its number."""
    partner = f"{row.mitra.nama}\n{row.mitra_kinerja}" if row.mitra_kinerja else row.mitra.nama
    return row.kinerja or UNSAID, row.tingkat, row.letak, partner, row.peran, row.keterangan, row.tentang


def _row(number: int, row: Row, several: bool) -> tuple[Value, ...]:
    unit = (row.unit.nama,) if several else ()
    return (number, *unit, *text_of(row), *_ids(row))


def _ids(row: Row) -> tuple[str, ...]:
    return row.kinerja_id, row.mitra_id, row.unit.kode, row.mitra.kode, "~".join(row.pasangan)


def numbers(of: Matrix) -> Table:
    """Every cell that is not empty, once for two rows."""
    names = {line.kunci: line.nama for line in of.baris}
    cells = tuple((names[one.baris], names[one.kolom], *_counted(one.jumlah), one.baris, one.kolom) for one in of.sel)
    heads = ("Perangkat daerah", "Dengan", "Disepakati", "Satu pihak", "Terdeteksi", "Kode", "Kode dengan")
    return Table("Antarunit", _title(of, "antarperangkat daerah"), heads, (36, 36, 12, 12, 12, 30, 30), cells)


def grid(of: Matrix) -> Table:
    """The matrix as it is on the screen: `disepakati / satu pihak / terdeteksi`."""
    heads = ("Perangkat daerah", *(line.nama for line in of.kolom), "Kode")
    cells, keys = of.lookup(), [line.kunci for line in of.kolom]
    rows = tuple((one.nama, *(_three(cells.get((one.kunci, key))) for key in keys), one.kunci) for one in of.baris)
    note = "Tiap sel: disepakati / satu pihak / terdeteksi. Kosong: tidak ada."
    return Table("Matriks", _title(of, "antarperangkat daerah"), heads, (34, *(13 for _ in of.kolom), 30), rows, note)


def sums(of: Matrix) -> Table:
    """One row a unit; those without any crosscutting are told."""
    return Table(
        "Rekap",
        _title(of, "per perangkat daerah"),
        ("Perangkat daerah", "Kinerja", "Disepakati", "Satu pihak", "Terdeteksi", "Catatan", "Kode"),
        (40, 10, 12, 12, 12, 36, 34),
        tuple(_sums(of)),
    )


def _sums(of: Matrix) -> Iterator[tuple[Value, ...]]:
    empty, much = {line.kunci for line in of.kosong}, {line.kunci for line in of.menumpuk}
    for line in of.baris:
        told = "tanpa crosscutting" if line.kunci in empty else ""
        told = told or ("banyak yang belum diputuskan" if line.kunci in much else "")
        told = told or (f"{line.lipat} unit dalam satu baris" if line.lipat else "")
        yield line.nama, line.kinerja, *_counted(line.jumlah), told, line.kunci


def _counted(counts: Counts) -> tuple[int, int, int]:
    return counts.disepakati, counts.satu_pihak, counts.terdeteksi


def _three(counts: Counts | None) -> str:
    return " / ".join(map(str, _counted(counts))) if counts else ""


def _title(of: Matrix, what: str) -> str:
    return f"Crosscutting {what} {of.lingkup.nama} tahun {of.lingkup.tahun or '-'}"
