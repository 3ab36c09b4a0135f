"""Where the rows of a template workbook stand, and what its sheet `Unit` answers.

In: the cells of a workbook. Out: a `Table` (columns by heading, data rows in order), and the `Answers`. A column is
found by its heading wherever it stands, a row by what is in it; people move, add and blank both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from service.bahasa.wording import tidy
from service.ingest.parse.sheet import Cells
from service.lembar.form import OF_YEAR
from service.model import Issue, Role
from service.remarks import remark
from service.templat.form import BY_HEADING, BY_QUESTION, COLUMNS, ESSENTIAL, GUIDE, KINERJA, LISTS, MARK, UNIT

ENOUGH = 4
"""So many essential headings in one row of a marked workbook are its head."""
LABELS = {column.nama: column.judul for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Line:
    """One data row, its cells by the name of the column."""

    cells: Cells
    columns: Mapping[str, int]

    def text(self, name: str) -> str:
        return self.cells.text(self.columns.get(name))

    @property
    def id(self) -> str:
        return self.text("id").upper()

    def written(self, name: str) -> str:
        """With its line breaks."""
        return self.cells.sel.get(self.columns.get(name, 0), "").strip()

    def place(self, name: str) -> str:
        """`Kinerja!C14`; for a column that the sheet does not have, its heading and row."""
        column = self.columns.get(name)
        where = f"{self.cells.lembar}, kolom {LABELS[name]}, baris {self.cells.baris}"
        return self.cells.place(column) if column else where

    def has(self, *names: str) -> bool:
        """One of these cells is filled."""
        return any(self.text(name) for name in names)


@dataclass
class Table:
    """The sheet `Kinerja` as found."""

    lembar: str = ""
    lines: list[Line] = field(default_factory=list)
    uses: dict[int, Role] = field(default_factory=dict)
    """Number of a row -> its use, for the head and the data."""
    issues: list[Issue] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one line of the sheet `Unit` says."""

    teks: str
    tempat: str
    """`Unit!B2`."""
    nomor: int
    """Number of the row; 0: the line is not there."""


def is_marked(cells: Sequence[Cells]) -> bool:
    """The hidden sheet says that this is a template."""
    return any(MARK in row.sel.values() for row in cells)


def shape(cells: Sequence[Cells]) -> str:
    """Number of the shape as the hidden sheet says it; empty: it does not."""
    return next((row.text(2) for row in cells if row.sel.get(1) == MARK), "")


def find_head(cells: Sequence[Cells]) -> Cells | None:
    """The row of headings: in a marked workbook the best one, else one with all that is essential."""
    least = ENOUGH if is_marked(cells) else len(ESSENTIAL)
    rated = [(_essentials(row), row.lembar == KINERJA, -row.nomor, row) for row in cells if _may_hold(row)]
    best = max(rated, default=None, key=lambda one: one[:3])
    return best[3] if best and best[0] >= least else None


def read_table(cells: Sequence[Cells], head: Cells) -> Table:
    """The data rows below the head."""
    columns, strange = _columns(head)
    table = Table(head.lembar, uses={head.nomor: "kepala"})
    if strange:
        names = ", ".join(f"“{head.text(column)}” ({head.place(column)})" for column in strange)
        table.issues.append(remark("TPL10", f"{head.lembar}!{head.baris}", f"Kolom {names} tidak dipakai."))
    gone = [column.judul for column in COLUMNS if column.nama not in columns and not column.tersembunyi]
    if gone and is_marked(cells):
        message = f"Kolom {', '.join(gone)} tidak ada; isinya dianggap kosong."
        table.issues.append(remark("TPL19", f"{head.lembar}!{head.baris}", message))
    for row in cells:
        if row.lembar != head.lembar or row.baris <= head.baris:
            continue
        if _essentials(row) >= ENOUGH:
            table.uses[row.nomor] = "kepala"
        elif any(row.text(column) for column in columns.values()):
            table.lines.append(Line(row, columns))
            table.uses[row.nomor] = "data"
    return table


def answers(cells: Sequence[Cells], table: str) -> dict[str, Answer]:
    """Name of a question -> what stands beside it; the sheet `Unit` is believed before any other."""
    found: dict[str, Answer] = {}
    for row in sorted(cells, key=lambda row: row.lembar != UNIT):
        if row.lembar in ("", GUIDE, LISTS, table):
            continue
        for column in row.sel:
            name = BY_QUESTION.get(row.text(column).rstrip(" *:").casefold())
            if name and (name not in found or not found[name].teks):
                found[name] = Answer(row.text(column + 1), row.place(column + 1), row.nomor)
    return found


def _may_hold(row: Cells) -> bool:
    return row.lembar not in ("", GUIDE, LISTS)


def _essentials(row: Cells) -> int:
    return len({_column_name(text) for text in row.sel.values()} & set(ESSENTIAL))


def _column_name(text: str) -> str:
    words = tidy(text).rstrip(" *:").casefold()
    return BY_HEADING.get(words) or BY_HEADING.get(OF_YEAR.sub("", words), "")


def _columns(head: Cells) -> tuple[dict[str, int], list[int]]:
    """Name -> column, the first of each; and the columns that are none of ours."""
    found: dict[str, int] = {}
    strange = []
    for column, name in _named(head):
        if name and name not in found:
            found[name] = column
        else:
            strange.append(column)
    return found, strange


def _named(head: Cells) -> Iterator[tuple[int, str]]:
    return ((column, _column_name(text)) for column, text in sorted(head.sel.items()))
