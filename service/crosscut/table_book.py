"""Tables of crosscutting as a workbook: a sheet each, ready to be filtered and to be printed.

In: `Table`s, a title, the line for the foot of every page. Out: bytes of an .xlsx. Texts stay text,
numbers are numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from service.crosscut.tables import Table
from service.lembar.sheet import for_paper, put, put_heads, put_row, widen
from service.workbook import QUIET, Value, saved

HEAD_ROW = 4
"""Title, scope and a note stand above the heads."""
A3 = 8
WIDE = 150
"""Letters from which on a table wants the larger paper."""


def as_book(tables: Sequence[Table], title: str, below: str) -> bytes:
    """`below`: scope, moment and revision, under the title and at the foot of every page."""
    book = Workbook()
    for number, table in enumerate(tables):
        sheet = book.create_sheet(table.nama) if number else book.worksheets[0]
        sheet.title = table.nama
        _sheet(sheet, table, below)
    return saved(book, title)


def _sheet(sheet: Worksheet, table: Table, below: str) -> None:
    put(sheet, 1, 1, table.judul).font = Font(bold=True, size=14)
    put(sheet, 2, 1, below).font = QUIET
    put(sheet, 3, 1, table.catatan).font = QUIET
    widen(sheet, table.lebar)
    put_heads(sheet, HEAD_ROW, table.kepala)
    for number, row in enumerate(table.baris, HEAD_ROW + 1):
        put_row(sheet, number, [str(value) for value in row], table.lebar)
        _numbers(sheet, number, row)
    if table.baris:
        last = get_column_letter(len(table.kepala))
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + len(table.baris)}"
    else:
        put(sheet, HEAD_ROW + 1, 1, table.kosong).font = QUIET
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    for_paper(sheet, below, HEAD_ROW, A3 if sum(table.lebar) > WIDE else 9)


def _numbers(sheet: Worksheet, number: int, row: Sequence[Value]) -> None:
    for column, value in enumerate(row, 1):
        if not isinstance(value, str):
            cell = sheet.cell(number, column)
            cell.value, cell.number_format = value, "#,##0" if isinstance(value, int) else "0.00"
            cell.alignment = Alignment(horizontal="right", vertical="top")
