"""One way to put a text into a cell of a workbook, for every file that goes out.

In: a cell and a text. Out: the cell holding it as text: what begins with = + - @ is no formula anywhere, what no cell
can hold is left out, and what is longer than a cell is cut.
"""

from __future__ import annotations

from io import BytesIO
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Border, Font, PatternFill, Side

AnyCell = TypeVar("AnyCell", bound=Cell)

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Texts that begin so are formulas to a spreadsheet that reads them from elsewhere."""
LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""

HEADING = PatternFill("solid", fgColor="173A5E")
GREY = PatternFill("solid", fgColor="E7EAEE")
QUIET = Font(color="5A6773")
LINE = Border(*(Side("thin", color="B8C2CC"),) * 4)


def as_text(cell: AnyCell, text: str) -> AnyCell:
    """`cell` with `text` in it; an empty text empties it."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]
    cell.value = clean or None
    if clean.startswith(RISKY):
        cell.data_type, cell.quotePrefix = "s", True
    return cell


def saved(book: Workbook, title: str = "") -> bytes:
    """The bytes of the workbook."""
    book.properties.creator, book.properties.title = "Kinerja Graph", title
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
