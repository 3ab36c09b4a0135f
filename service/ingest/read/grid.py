"""From the cells of a grid (a sheet, a CSV, a Word table) to rows: what is table, what running text, what blank.

In: lines of cells, each with its place. Out: `RawRow`s in the same order. A line with one filled cell above or below
a table is running text, and so is the title of a stage anywhere; blank lines part tables; columns that a whole table
leaves empty (a margin, the second half of two merged columns) are dropped, so that the same table reads the same from
Word, Excel and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from service.model import RawRow

STAGE_TITLE = re.compile(r"tahap(an)?\s*(ke)?\W*([1-5]|i{1,3}|iv|v)\b", re.IGNORECASE)
REFERENCE = re.compile(r"tahap(an)?\s*(ke)?\W*([1-3]|i{1,3})", re.IGNORECASE)
"""What rows of stage 4 and 5 say of where their statement comes from."""
SENTENCE = 30
"""From this many characters on a cell is a statement, not a number or a reference like "Tahap 3"."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a grid."""

    lokasi: str
    sel: tuple[str, ...]
    """All cells from the first column on, stripped."""

    @property
    def filled(self) -> list[int]:
        return [n for n, cell in enumerate(self.sel) if cell]


@dataclass(frozen=True, slots=True)
class Merge:
    """A cell merged down, in lines and columns from 0; both lines belong to it."""

    first: int
    last: int
    column: int


def rows_of_grid(lines: Sequence[Line], first_table: int, sheet: bool = True) -> Iterator[RawRow]:
    """Rows of a grid; its tables are numbered from `first_table` on. `sheet`: a sheet or CSV, where all running text
    stands in cells too; in a Word table that is the exception."""
    number = first_table
    for blank, block in groupby(lines, key=lambda line: not line.filled):
        if blank:
            yield from (RawRow(line.lokasi, ("",)) for line in block)
            continue
        for is_text, part in groupby(_marked(list(block), sheet), key=lambda marked: marked[0]):
            part_lines = [line for _, line in part]
            if is_text:
                yield from (_text(line) for line in part_lines)
            else:
                yield from table_rows(part_lines, number)
                number += 1


def table_rows(lines: Sequence[Line], number: int) -> Iterator[RawRow]:
    """Rows of one table, all equally wide, without the columns that every row leaves empty."""
    used = sorted({column for line in lines for column in line.filled})
    for line in lines:
        cells = tuple(line.sel[c] if c < len(line.sel) else "" for c in used)
        yield RawRow(line.lokasi, cells, number, tuple(c + 1 for c in used))


def fill_merged(lines: Sequence[Line], merged: Sequence[Merge]) -> list[Line]:
    """Repeat what is printed once beside several statements: a level or position merged down over rows of its own.

    A merged *statement* over several indicators stays empty below its first line, because that is how the parser knows
    that the row goes on. The two are told apart by what stands to the left: a line with a statement of its own there is
    not a continuation.
    """
    cells = [list(line.sel) for line in lines]
    for merge in merged:
        for n in range(merge.first + 1, min(merge.last + 1, len(lines))):
            own_statement = any(len(cell) >= SENTENCE for cell in lines[n].sel[: merge.column])
            if own_statement and merge.column < len(lines[merge.first].sel):
                cells[n].extend([""] * (merge.column + 1 - len(cells[n])))
                cells[n][merge.column] = lines[merge.first].sel[merge.column]
    return [Line(line.lokasi, tuple(row)) for line, row in zip(lines, cells, strict=True)]


def _marked(block: list[Line], sheet: bool) -> Iterator[tuple[bool, Line]]:
    """(is running text, line), for lines without a blank one between them."""
    margin = min(column for line in block for column in line.filled)
    for part in _at_stage_titles(block):
        table = [n for n, line in enumerate(part) if len(line.filled) > 1]
        first, last = (table[0], table[-1]) if table else (len(part), len(part))
        for n, line in enumerate(part):
            above = n < first and (sheet or line.filled[0] == margin)
            below = n > last and sheet and line.filled[0] == margin and not line.sel[margin].isdigit()
            yield above or below, line


def _at_stage_titles(block: list[Line]) -> Iterator[list[Line]]:
    """Parts that each open with a title such as "Tahap 4", except perhaps the first."""
    part: list[Line] = []
    for line in block:
        if part and _is_stage_title(line, part[-1]):
            yield part
            part = []
        part.append(line)
    yield part


def _is_stage_title(line: Line, before: Line) -> bool:
    """A bare "Tahap 3" below another reference to a stage is a row that was not filled in, no title."""
    if len(line.filled) != 1 or not STAGE_TITLE.match(line.sel[line.filled[0]]):
        return False
    above = before.sel[line.filled[0]] if line.filled[0] < len(before.sel) else ""
    return not (len(before.filled) > 1 and REFERENCE.fullmatch(above) and REFERENCE.fullmatch(line.sel[line.filled[0]]))


def _text(line: Line) -> RawRow:
    return RawRow(line.lokasi, (line.sel[line.filled[0]],))
