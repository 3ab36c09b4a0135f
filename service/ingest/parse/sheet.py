"""The cells of a workbook by their column, for forms whose columns are known by their headings.

In: `RawRow`s of a workbook. Out: one `Cells` for each, which knows the name of every cell: `Kinerja!C14`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.wording import tidy
from service.model import RawRow

PLACE = re.compile(r"(?P<lembar>.*)!(?P<kolom>[A-Z]{1,3})(?P<baris>\d{1,7})", re.DOTALL)
"""`Kinerja!C14`."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a sheet."""

    nomor: int
    """1, 2, 3 … through the whole file."""
    raw: RawRow
    lembar: str
    """Name of the sheet; empty: no sheet."""
    baris: int
    """Row of the sheet, from 1."""
    sel: Mapping[int, str]
    """Column -> text as written; blank cells are left out."""

    def place(self, column: int) -> str:
        """Name of a cell of this row."""
        return f"{self.lembar}!{letters(column)}{self.baris}"

    def text(self, column: int | None) -> str:
        """Text of a cell on one line; empty: blank, or there is no such column."""
        return tidy(self.sel.get(column, "")) if column else ""


def cells_of(rows: Sequence[RawRow]) -> list[Cells]:
    """All rows, numbered through the file."""
    return [_cells(number, row) for number, row in enumerate(rows, 1)]


def letters(column: int) -> str:
    """1 -> `A`, 28 -> `AB`."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _cells(number: int, row: RawRow) -> Cells:
    found = PLACE.fullmatch(row.lokasi)
    if found is None:
        return Cells(number, row, "", 0, dict(_filled(enumerate(row.sel, 1))))
    columns = row.kolom or range(column_number(found["kolom"]), column_number(found["kolom"]) + len(row.sel))
    return Cells(number, row, found["lembar"], int(found["baris"]), dict(_filled(zip(columns, row.sel, strict=True))))


def _filled(cells: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    return ((column, text) for column, text in cells if text.strip())


def column_number(name: str) -> int:
    """`A` -> 1, `AB` -> 28."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
