"""One table of a Word document: its rows on their grid, merged cells told apart from empty ones.

In: a `w:tbl` element. Out: `TableRow`s, and for a run of them the `RawRow`s. A cell over several columns stands in
the first of them; a cell merged down stands in its first row (see `grid.fill_merged` for what is repeated below it).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from service.ingest.read.grid import Line, Merge, fill_merged, rows_of_grid
from service.ingest.read.limits import COLUMNS, SPLIT, refused
from service.ingest.read.wordtext import TBL, TC, TR, W, cell_text, inside
from service.model import RawRow


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table in a document."""

    place: str
    cells: tuple[Element, ...]
    columns: tuple[int, ...]
    """Grid column of each cell, from 0."""
    continued: frozenset[int]
    """Columns whose cell goes on from the row above."""
    width: int

    def line(self) -> Line:
        sel = [""] * self.width
        for column, cell in zip(self.columns, self.cells, strict=True):
            sel[column] = "" if column in self.continued else cell_text(cell)
        return Line(self.place, tuple(sel))


def rows_of_table(table: Element, name: str) -> Iterator[TableRow]:
    """Rows in order; a row that was deleted with changes tracked is left out."""
    for number, row in enumerate(inside(table, TR, frozenset({TBL})), 1):
        if row.find(f"{W}trPr/{W}del") is None:
            yield _row(row, f"{name} baris {number}")


def rows_of_run(run: Sequence[TableRow], number: int) -> Iterator[RawRow]:
    """Rows of touching table rows; their tables are numbered from `number` on."""
    return rows_of_grid(fill_merged([row.line() for row in run], _merges(run)), number, sheet=False)


def _row(row: Element, place: str) -> TableRow:
    column = _number(row, "trPr", "gridBefore", 0)
    columns, continued, cells = [], set(), []
    for cell in inside(row, TC, frozenset({TBL})):
        if _continues(cell, "hMerge"):
            column += 1
            continue
        if _continues(cell, "vMerge"):
            continued.add(column)
        columns.append(column)
        cells.append(cell)
        column += _number(cell, "tcPr", "gridSpan", 1)
        if column > COLUMNS:
            raise refused(f"Tabel di {place} punya lebih dari {COLUMNS} kolom.", SPLIT)
    return TableRow(place, tuple(cells), tuple(columns), frozenset(continued), column)


def _continues(cell: Element, kind: str) -> bool:
    """Whether the cell only goes on: a merge mark without `restart`."""
    mark = cell.find(f"{W}tcPr/{W}{kind}")
    return mark is not None and mark.get(W + "val", "continue") == "continue"


def _number(node: Element, properties: str, name: str, default: int) -> int:
    mark = node.find(f"{W}{properties}/{W}{name}")
    value = "" if mark is None else mark.get(W + "val", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else default


def _merges(run: Sequence[TableRow]) -> list[Merge]:
    """What is merged down over at least two rows of the run."""
    start: dict[int, int] = {}
    last: dict[tuple[int, int], int] = {}
    for n, row in enumerate(run):
        for column in row.columns:
            if column not in row.continued:
                start[column] = n
            elif column in start:
                last[start[column], column] = n
    return [Merge(first, until, column) for (first, column), until in last.items()]
