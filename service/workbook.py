"""One way to put a text into a cell of a workbook, and a list into a file, for every file that goes out.

In: a cell and a text; headings and rows. Out: the cell holding it as text: what begins with = + - @ is no formula
anywhere, what no cell can hold is left out, and what is longer than a cell is cut; bytes of a .csv or an .xlsx.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from typing import IO, Any, TypeVar

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

AnyCell = TypeVar("AnyCell", bound=Cell)
Value = str | int | float

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Texts that begin so are formulas to a spreadsheet that reads them from elsewhere."""
LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""

HEADING = PatternFill("solid", fgColor="173A5E")
GREY = PatternFill("solid", fgColor="E7EAEE")
QUIET = Font(color="5A6773")
WRAPPED = Alignment(vertical="top", wrap_text=True)
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


def csv_of(heads: Iterable[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read it as such; commas, CRLF (RFC 4180)."""
    out = BytesIO()
    csv_into(out, heads, rows)
    return out.getvalue()


def csv_into(target: IO[bytes], heads: Iterable[str], rows: Iterable[Sequence[Value]]) -> None:
    """The same into an open file, row by row; it stays open."""
    target.write(b"\xef\xbb\xbf")
    out = TextIOWrapper(target, "utf-8", "replace", newline="", write_through=False)
    writer = csv.writer(out)
    writer.writerow([_no_formula(head) for head in heads])
    writer.writerows([_no_formula(value) for value in row] for row in rows)
    out.detach()  # flushes


def list_of(name: str, widths: Mapping[str, int], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook of one sheet with a head that stays in sight, written row by row. `widths`: heading -> letters."""
    book = Workbook(write_only=True)
    sheet = _sheet(book, name, list(widths.items()))
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    return saved(book, name)


class LongList:
    """A workbook of one sheet for very many rows: written to the disk as they come, in the memory of one."""

    def __init__(self, name: str, heads: Iterable[str], width: int = 24) -> None:
        self.name, self.book = name, Workbook(write_only=True)
        self.sheet = _sheet(self.book, name, [(head, width) for head in heads])

    def append(self, row: Iterable[Value]) -> None:
        """Plain values without a style, except where a text would pass for a formula: styles cost most of the time."""
        self.sheet.append([_bare(self.sheet, value) for value in row])

    def save(self, target: IO[bytes], about: Iterable[tuple[str, Value]]) -> None:
        """Into an open file; `about` becomes a second sheet."""
        sheet = _sheet(self.book, "Tentang", [("Hal", 24), ("Isi", 80)])
        for pair in about:
            sheet.append([_cell(sheet, value) for value in pair])
        self.book.properties.creator, self.book.properties.title = "Kinerja Graph", self.name
        self.book.save(target)


def _sheet(book: Workbook, name: str, heads: Sequence[tuple[str, int]]) -> Any:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = [as_text(WriteOnlyCell(sheet), heading) for heading, _ in heads]
    for cell in cells:
        cell.font, cell.alignment = Font(bold=True), WRAPPED
    sheet.append(cells)
    return sheet


def _bare(sheet: Any, value: Value) -> Any:
    if isinstance(value, str) and (
        value.startswith(RISKY) or len(value) > LONGEST or ILLEGAL_CHARACTERS_RE.search(value)
    ):
        return as_text(WriteOnlyCell(sheet), value)
    return value


def _no_formula(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _cell(sheet: Any, value: Value) -> Any:
    cell = WriteOnlyCell(sheet, None if isinstance(value, str) else value)
    if isinstance(value, str):
        as_text(cell, value)
    cell.alignment = WRAPPED
    return cell
