"""Excel workbooks: every sheet in order, hidden ones last, each cell as a person sees it.

In: bytes. Out: `RawRow`s placed as `Tahap 5!C14` (the first filled cell of the row). openpyxl sees vetted parts only,
so that a sheet that claims a million rows costs no more than the rows it has.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from service.errors import DocumentRefused
from service.ingest.read.excelbook import open_book
from service.ingest.read.excelcell import shown
from service.ingest.read.grid import Line, Merge, fill_merged, rows_of_grid
from service.ingest.read.limits import COLUMNS, RESAVE, SPLIT, most_rows, refused, too_many_rows
from service.ingest.read.package import Package, open_package
from service.model import RawRow

DEFAULT_TITLE = re.compile(r"(sheet|lembar|lembar ?kerja)\s*\d*", re.IGNORECASE)
"""Names that Excel and LibreOffice give by themselves; they say nothing."""
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
UNCALCULATED = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*><f\b[^>]*(?:/>|>[^<]*</f>)\s*</c>')
"""A formula without its value: written by a program that does not calculate. Excel and LibreOffice store both."""
GAP = 3
"""Blank rows kept of a longer gap: one parts two tables, a million say no more than that."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line of a sheet and its row number."""

    row: int
    line: Line


def read(data: bytes) -> list[RawRow]:
    """Rows of an .xlsx; raises DocumentRefused."""
    package = open_package(data)
    rows: list[RawRow] = []
    for sheet in _sheets(open_book(package)):
        first_table = max((row.tabel or 0 for row in rows), default=0) + 1
        rows.extend(_sheet_rows(sheet, package, first_table))
        if len(rows) > most_rows():
            raise too_many_rows()
    return rows


def _sheets(book: Workbook) -> list[ReadOnlyWorksheet]:
    sheets = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
    return sorted(sheets, key=lambda sheet: sheet.sheet_state != "visible")


def _sheet_rows(sheet: ReadOnlyWorksheet, package: Package, first_table: int) -> Iterator[RawRow]:
    numbered = list(_lines(sheet))
    part = package.parts[vars(sheet)["_worksheet_path"]]  # openpyxl reads no merged ranges row by row
    _check_calculated(part, sheet.title)
    merges = _merges(part, [entry.row for entry in numbered])
    lines = fill_merged([entry.line for entry in numbered], merges)
    if _says_something(sheet.title, lines):
        yield RawRow(f"{sheet.title}!A1", (sheet.title.replace("_", " ").strip(),))
    yield from rows_of_grid(lines, first_table)


def _check_calculated(part: bytes, title: str) -> None:
    if found := UNCALCULATED.search(part):
        place = f"{title}!{found[1].decode()}"
        raise refused(f"Rumus di {place} belum dihitung, jadi isinya tidak dapat dibaca.", RESAVE)


def _says_something(title: str, lines: list[Line]) -> bool:
    """A sheet's name is a title of its own, unless nobody chose it or the first line repeats it."""
    first = next((line.sel[line.filled[0]] for line in lines if line.filled), "")
    return bool(first) and not DEFAULT_TITLE.fullmatch(title.strip()) and not _starts(first, title)


def _starts(text: str, title: str) -> bool:
    return text.casefold().startswith(title.strip().casefold())


def _lines(sheet: ReadOnlyWorksheet) -> Iterator[Numbered]:
    """Rows with something in them, and at most GAP blank ones between two of them."""
    sheet.reset_dimensions()  # what the file says of its own size is often wrong, sometimes a trap
    blank, kept = 0, 0
    for number, cells in enumerate(sheet.rows, 1):
        sel = tuple(shown(cell.value, _format(cell)) for cell in cells)
        filled = [column for column, text in enumerate(sel, 1) if text]
        if not filled:
            blank += 1
            continue
        for gap in range(min(blank, GAP) if kept else 0):
            yield Numbered(number - blank + gap, Line(f"{sheet.title}!A{number - blank + gap}", ("",)))
        place = f"{sheet.title}!{get_column_letter(filled[0])}{number}"
        yield Numbered(number, Line(place, _narrow(sel[: filled[-1]], place)))
        blank, kept = 0, kept + 1
        if kept > most_rows():
            raise too_many_rows()


def _format(cell: Cell | MergedCell) -> str:
    """Number format; a style that the file does not have is none."""
    try:
        return cell.number_format if cell.data_type == "n" and cell.value is not None else ""
    except (IndexError, TypeError):
        return ""


def _narrow(sel: tuple[str, ...], place: str) -> tuple[str, ...]:
    if len(sel) > COLUMNS:
        raise _too_wide(place)
    return sel


def _too_wide(place: str) -> DocumentRefused:
    return refused(f"Baris di {place} terisi sampai kolom yang lebih jauh dari kolom ke-{COLUMNS}.", SPLIT)


def _merges(part: bytes, rows: Sequence[int]) -> list[Merge]:
    """Ranges merged down, in indexes of `rows` (the numbers of the rows that were kept)."""
    merges = []
    for match in MERGED.finditer(part):
        top, bottom = int(match[2]), int(match[3])
        first, last = bisect_left(rows, top), bisect_right(rows, bottom) - 1
        if bottom > top and first < last and rows[first] == top:
            merges.append(Merge(first, last, column_index_from_string(match[1].decode()) - 1))
    return merges
