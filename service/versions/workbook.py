"""What two versions say differently, as a workbook: one line per change, so that it can be filtered and sorted.

In: a `Comparison`. Out: the bytes of an .xlsx with the sentence of the comparison above the table. Every cell is text:
a statement that begins with `=` is no formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from service.facts import SourceRow
from service.versions.answers import FACETS, Comparison, Difference
from service.workbook import as_text, saved

COLUMNS = (
    ("Id kinerja", 16),
    ("Kinerja", 60),
    ("Sifat", 10),
    ("Yang berubah", 14),
    ("Sebelum", 60),
    ("Sesudah", 60),
    ("Sumber sebelum", 34),
    ("Sumber sesudah", 34),
    ("Keputusan yang berlaku", 40),
)
"""Heading and width."""
HEAD = 4
"""Row of the headings."""


def workbook(found: Comparison) -> bytes:
    """The comparison as an .xlsx."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Perbandingan"
    for n, text in enumerate(_title(found), 1):
        _write(sheet, n, 1, text)
    for column, (heading, width) in enumerate(COLUMNS, 1):
        _write(sheet, HEAD, column, heading)
        sheet.cell(HEAD, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, line in enumerate(_lines(found), HEAD + 1):
        for column, text in enumerate(line, 1):
            _write(sheet, row, column, text)
            sheet.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"A{HEAD + 1}"
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(COLUMNS))}{max(sheet.max_row, HEAD)}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return saved(book, sheet.title)


def _title(found: Comparison) -> tuple[str, str]:
    where = f"{found.unit.nama} {found.tahun}: versi {found.dari.nomor} dan versi {found.ke.nomor} ({found.dokumen})"
    return where, f"{found.ringkasan}. Yang dibandingkan isi dokumen, tanpa keputusan orang."


def _lines(found: Comparison) -> Iterator[tuple[str, ...]]:
    for one in found.isi:
        shared = (_places(one.baris_sebelum), _places(one.baris_sesudah), _decided(one))
        if one.sifat != "berubah":
            yield one.id, one.uraian, one.sifat, "", "", "", *shared
        for change in one.perubahan:
            yield one.id, one.uraian, one.sifat, FACETS[change.hal], change.sebelum, change.sesudah, *shared


def _places(rows: tuple[SourceRow, ...]) -> str:
    return "; ".join(row.tempat for row in rows)


def _decided(one: Difference) -> str:
    return "; ".join(f"nomor {d.urut}: {d.jenis}, {d.oleh}, {d.pada[:10]}" for d in one.keputusan)


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    as_text(cast(Cell, sheet.cell(row, column)), text)
