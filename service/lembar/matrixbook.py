"""The matrix cascading as an .xlsx: the matrix with merged cells, the flat list beside it, the counts.

In: a `Gathered` cascade and the moment of printing. Out: bytes. It carries ids and is for reading; corrections go into
the worksheet or the template.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from service.lembar.flat import COUNT_HEADS, COUNT_WIDTHS, LIST_HEADS, LIST_WIDTHS, counted, listed, missing
from service.lembar.form import MATRIX
from service.lembar.gathered import Gathered
from service.lembar.matrix import Cell, Matrix, matrix
from service.lembar.sheet import MOST_POINTS, for_paper, height, put, put_heads, put_row, widen
from service.lembar.titleblock import foot
from service.workbook import LINE, QUIET, saved

A3 = 8
HEAD_ROW = 4
"""Upper row of the heads of the matrix; the list has its heads there too."""
SHADES = ("D3E5F4", "E4EFF8", "EFF5FA", "F6F9FC", "FFFFFF")
"""Paper of a column group, from the outcome down; more groups share the last."""


def matrix_book(of: Gathered, moment: datetime) -> bytes:
    """The matrix as a workbook."""
    book = Workbook()
    below = foot(of.title, moment)
    title = f"Matriks cascading {of.title.unit} tahun {of.title.tahun}"
    sheet = book.worksheets[0]
    sheet.title = "Matriks"
    _head(sheet, title, of, below)
    _matrix(sheet, matrix(of))
    for_paper(sheet, below, HEAD_ROW + 1, A3)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW + 1}"
    _list(book.create_sheet("Daftar"), title, of, below)
    _counts(book.create_sheet("Rekap"), title, of, below)
    return saved(book, title)


def _head(sheet: Worksheet, title: str, of: Gathered, below: str) -> None:
    put(sheet, 1, 1, title).font = Font(bold=True, size=14)
    put(sheet, 2, 1, " · ".join(filter(None, (of.title.pemda, below, missing(of))))).font = QUIET
    put(sheet, 3, 1, MATRIX).font = QUIET


def _matrix(sheet: Worksheet, made: Matrix) -> None:
    widen(sheet, made.lebar)
    column = 1
    put_heads(sheet, HEAD_ROW, [text for text, count in made.kelompok for _ in range(count)])
    for _, count in made.kelompok:
        sheet.merge_cells(start_row=HEAD_ROW, end_row=HEAD_ROW, start_column=column, end_column=column + count - 1)
        column += count
    put_heads(sheet, HEAD_ROW + 1, made.kepala)
    top = HEAD_ROW + 2
    for row in range(top, top + made.tinggi):
        for n in range(1, len(made.lebar) + 1):
            sheet.cell(row, n).border = LINE
    for cell in made.sel:
        _cell(sheet, top, cell)
    for row, points in _heights(made).items():
        sheet.row_dimensions[top + row].height = points
    sheet.freeze_panes = f"A{top}"


def _cell(sheet: Worksheet, top: int, cell: Cell) -> None:
    written = put(sheet, top + cell.baris, cell.kolom + 1, cell.teks)
    written.alignment = Alignment(wrap_text=True, vertical="top")
    written.fill = PatternFill("solid", fgColor=SHADES[min(cell.tingkat, len(SHADES) - 1)])
    if cell.tinggi > 1:
        column, first = cell.kolom + 1, top + cell.baris
        sheet.merge_cells(start_row=first, end_row=first + cell.tinggi - 1, start_column=column, end_column=column)


def _heights(made: Matrix) -> dict[int, float]:
    """Points of each row, so that no cell is cut, also one merged over several rows."""
    points: dict[int, float] = defaultdict(lambda: 18.0)
    for cell in sorted(made.sel, key=lambda cell: cell.tinggi):
        rows = range(cell.baris, cell.baris + cell.tinggi)
        wanted = height((cell.teks,), (made.lebar[cell.kolom],))
        lacking = wanted - sum(points[row] for row in rows)
        if lacking > 0:
            for row in rows:
                points[row] = min(MOST_POINTS, points[row] + lacking / cell.tinggi)
    return {row: points[row] for row in range(made.tinggi)}


def _list(sheet: Worksheet, title: str, of: Gathered, below: str) -> None:
    _head(sheet, title, of, below)
    _table(sheet, LIST_HEADS, LIST_WIDTHS, list(listed(of)))
    last = get_column_letter(len(LIST_HEADS))
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{sheet.max_row}"
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    for_paper(sheet, below, HEAD_ROW, A3)


def _counts(sheet: Worksheet, title: str, of: Gathered, below: str) -> None:
    _head(sheet, title, of, below)
    rows = list(counted(of))
    _table(sheet, COUNT_HEADS, COUNT_WIDTHS, rows)
    for cell in sheet[HEAD_ROW + len(rows)]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(HEAD_ROW + 1, HEAD_ROW + len(rows), 3, len(COUNT_HEADS)):
        for cell in row:
            cell.value, cell.number_format = int(str(cell.value)), "#,##0"
            cell.alignment = Alignment(horizontal="right")
    for_paper(sheet, below, HEAD_ROW)


def _table(sheet: Worksheet, heads: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]) -> None:
    widen(sheet, widths)
    put_heads(sheet, HEAD_ROW, heads)
    for n, row in enumerate(rows, HEAD_ROW + 1):
        put_row(sheet, n, row, widths)
