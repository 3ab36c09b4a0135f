"""Single cells of the template workbook: text that is never a formula, headings, lists to choose from, paper.

In: a sheet and what to put there. Out: the sheet changed; `pinned` makes the bytes of a workbook depend on what is in
it and on nothing else.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from service.workbook import HEADING, LINE, as_text

MOMENT = datetime(2024, 1, 1)
"""Time written into the file: what is in it decides its bytes, not when it was made."""

TOP = Alignment(wrap_text=True, vertical="top")


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """`text` as text, whatever it begins with."""
    cell = as_text(cast(Cell, sheet.cell(row, column)), text)
    cell.alignment = TOP
    return cell


def heads(sheet: Worksheet, texts: Iterable[str], row: int = 1) -> None:
    """The head of a table."""
    for n, text in enumerate(texts, 1):
        cell = put(sheet, row, n, text)
        cell.fill, cell.font, cell.border = HEADING, Font(bold=True, color="FFFFFF"), LINE
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[row].height = 30


def offer(sheet: Worksheet, cells: str, source: str, title: str, help_text: str) -> None:
    """A list (empty: none) and a word of help in `cells`; other words than those of the list may be written."""
    made = DataValidation(type="list" if source else None, formula1=source or None, allow_blank=True)
    made.showErrorMessage, made.showInputMessage = False, bool(help_text)
    made.promptTitle, made.prompt = title[:32], help_text[:255]
    made.add(cells)
    sheet.add_data_validation(made)


def for_paper(sheet: Worksheet) -> None:
    """A4 landscape, as wide as the table, numbered."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&A · halaman &P dari &N"))


def pinned(book: Workbook) -> bytes:
    """Saved, with one fixed time on everything in it."""
    first, last = BytesIO(), BytesIO()
    book.properties.created = MOMENT
    book.save(first)
    stamp = MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, part)
            new.writestr(zipfile.ZipInfo(name, MOMENT.timetuple()[:6]), part, zipfile.ZIP_DEFLATED)
    return last.getvalue()
