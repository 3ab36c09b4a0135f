"""What every sheet of an exported workbook has: cells that stay text, a frame, a page that cuts nothing.

In: an openpyxl sheet and texts. Out: the same sheet, written. Every cell is text, so that a code 1.10 stays one, and a
text that begins with = + - @ is no formula anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from service.workbook import HEADING, LINE, as_text

POINTS = 15.0
"""Height of one line of text."""
MOST_POINTS = 400.0
"""Excel shows no row higher than 409 points."""


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """`text` as text, whatever it begins with; what no cell can hold is left out."""
    cell = as_text(cast(Cell, sheet.cell(row, column)), text)
    cell.number_format = "@"
    return cell


def put_row(
    sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[int], indented: int = -1, by: int = 0
) -> None:
    """A row of the table: framed, wrapped, high enough; the cell `indented` is moved in by `by` steps."""
    for column, text in enumerate(texts, 1):
        cell = put(sheet, row, column, text)
        moved = min(by, 8) if column - 1 == indented else 0
        cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top", indent=moved), LINE
    sheet.row_dimensions[row].height = height(texts, widths, indented, by)


def put_heads(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    """Heads of a table."""
    for column, text in enumerate(texts, 1):
        cell = put(sheet, row, column, text)
        cell.fill, cell.font, cell.border = HEADING, Font(bold=True, color="FFFFFF"), LINE
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[row].height = 30


def height(texts: Sequence[str], widths: Sequence[int], indented: int = -1, by: int = 0) -> float:
    """Points that the fullest cell of a row needs; openpyxl cannot measure, and LibreOffice does not by itself."""
    lines = 1
    for column, (text, width) in enumerate(zip(texts, widths, strict=False)):
        room = max(width - 2 - (2 * min(by, 8) if column == indented else 0), 6)
        lines = max(lines, sum(-(-max(len(line), 1) // room) for line in text.split("\n")))
    return min(MOST_POINTS, POINTS * lines + 3)


def widen(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Widths of the columns, in characters."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def for_paper(sheet: Worksheet, foot: str, heads: int = 0, paper: int = 9) -> None:
    """Landscape, as wide as the paper, the heads on every page; `paper`: 9 is A4, 8 is A3."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    below: Any = sheet.oddFooter
    below.left.text, below.right.text = foot.replace("&", "&&"), "halaman &P dari &N"
    below.left.size = below.right.size = 8
    if heads:
        sheet.print_title_rows = f"{heads}:{heads}"
