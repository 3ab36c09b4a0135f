"""The same rows written as Word, Excel or text in other encodings: to test that the format makes no difference.

In: `RawRow`s (of a text that was read). Out: the bytes of a file that says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from docx import Document as new_document
from docx.document import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from service.model import RawRow

STAGE = re.compile(r"tahap\s*(\d)", re.IGNORECASE)


def to_text(rows: Sequence[RawRow], encoding: str = "utf-8", line_end: str = "\n") -> bytes:
    """A text file with tabs between cells."""
    return "".join("\t".join(row.sel) + line_end for row in rows).encode(encoding)


def to_one_table(rows: Sequence[RawRow]) -> bytes:
    """A Word file that is a single table, running text in its first column: a sheet that was pasted."""
    document = new_document()
    width = max(len(row.sel) for row in rows)
    grid = document.add_table(len(rows), width)
    cells = grid._cells
    for n, row in enumerate(rows):
        for column, cell in enumerate(row.sel):
            cells[n * width + column].text = cell
    return saved(document)


def without_blanks(rows: Sequence[RawRow]) -> list[RawRow]:
    return [row for row in rows if any(row.sel)]


def to_docx(rows: Sequence[RawRow], merged: bool = False, split_columns: bool = False) -> bytes:
    """Paragraphs and real tables.

    `merged`: an empty cell below a filled one in the first column is merged into it. `split_columns`: the last column
    of every table is made of two grid columns that all rows merge, as Word does after a column was dragged.
    """
    document = new_document()
    for table, run in _runs(rows):
        lines = [row.sel for row in run]
        if table is None:
            for line in lines:
                document.add_paragraph(line[0])
            continue
        width = max(map(len, lines))
        grid = document.add_table(len(lines), width + split_columns)
        for n, line in enumerate(lines):
            if split_columns:
                grid.cell(n, width - 1).merge(grid.cell(n, width))
            for column, cell in enumerate(line):
                grid.cell(n, column).text = cell
        if merged:
            for first, last in _groups(lines):
                grid.cell(first, 0).merge(grid.cell(last, 0)).text = lines[first][0]
    return saved(document)


def to_xlsx(rows: Sequence[RawRow], sheets: bool = False, merged: bool = False, split_columns: bool = False) -> bytes:
    """A workbook: all below one another, or (`sheets`) one sheet a stage; a stage starts at its title in running text.

    `merged` and `split_columns` as in `to_docx`.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    stage = ""
    for table, run in _runs(rows):
        for row in run if table is None else ():
            found = STAGE.match(row.sel[0])
            if sheets and found and found[1] != stage:
                stage = found[1]
                sheet = book.create_sheet(f"Tahap {stage}")
            sheet.append(list(row.sel))
        if table is not None:
            _add_table(sheet, [row.sel for row in run], merged, split_columns)
    return saved(book)


def saved(file: Document | Workbook) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _add_table(sheet: Worksheet, lines: list[tuple[str, ...]], merged: bool, split_columns: bool) -> None:
    width, top = max(map(len, lines)), sheet.max_row + 1
    if sheet.max_row == 1 and sheet["A1"].value is None:
        top = 1
    for n, line in enumerate(lines):
        for column, cell in enumerate(line, 1):
            sheet.cell(top + n, column, cell or None)
        if split_columns:
            sheet.merge_cells(start_row=top + n, end_row=top + n, start_column=width, end_column=width + 1)
    for first, last in _groups(lines) if merged else ():
        sheet.merge_cells(start_row=top + first, end_row=top + last, start_column=1, end_column=1)


def _runs(rows: Sequence[RawRow]) -> Iterator[tuple[int | None, list[RawRow]]]:
    return ((table, list(run)) for table, run in groupby(rows, key=lambda row: row.tabel))


def _groups(lines: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """(first, last) of the lines whose first cell is empty below a filled one."""
    first = 0
    for n in range(1, len(lines) + 1):
        if n == len(lines) or lines[n][0]:
            if n - 1 > first and lines[first][0]:
                yield first, n - 1
            first = n
