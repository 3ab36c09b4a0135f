"""The five-stage form written as a Word document or as a workbook, the way people lay it out.

In: the content of the form and the tables of its stages. Out: bytes; `pinned` takes the clock out of them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document as new_document
from docx.document import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

MOMENT = (2023, 1, 2, 0, 0, 0)
"""Time written into the files, so that the same content gives the same bytes."""

Content = dict[str, Any]


@dataclass(frozen=True)
class Grid:
    """A table: a head and rows; a cell that is None is merged into the one above it."""

    rows: Sequence[Sequence[str | None]]


def as_docx(content: Content, stages: Sequence[Sequence[Grid]]) -> bytes:
    """The form as a Word document: paragraphs, lists and tables below one another."""
    document = new_document()
    for line in content["judul"]:
        document.add_paragraph(line)
    for number, tables in enumerate(stages, 1):
        form = content[f"tahap{number}"]
        document.add_paragraph(form["judul"])
        _add_guidance(document, form)
        for grid in tables:
            _add_table(document, grid)
            document.add_paragraph()
    for line in content["penutup"]:
        document.add_paragraph(line)
    return _saved(document)


def as_xlsx(content: Content, stages: Sequence[Sequence[Grid]]) -> bytes:
    """The form as a workbook: a cover, a sheet a stage, and a hidden sheet that somebody forgot."""
    book = Workbook()
    cover = book.worksheets[0]
    cover.title = "Sampul"
    for line in content["judul"]:
        cover.append([line])
    cover.append(["Tahun anggaran", 2023])
    for number, tables in enumerate(stages, 1):
        sheet = book.create_sheet(f"Tahap {number}")
        _fill_sheet(sheet, content[f"tahap{number}"], tables)
    title, note = content["tersembunyi"]
    hidden = book.create_sheet(title)
    hidden.append([note])
    hidden.sheet_state = "hidden"
    return _saved(book)


def pinned(data: bytes) -> bytes:
    """The same zip with one fixed time on everything in it."""
    stream = BytesIO()
    stamp = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*MOMENT).encode()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            new.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _guidance(form: Content) -> list[str]:
    """Running text between the title of a stage and its table."""
    return [*form.get("dasar", ()), *(["Trik", *form["trik"]] if "trik" in form else [])]


def _add_guidance(document: Document, form: Content) -> None:
    for line in _guidance(form):
        document.add_paragraph(line, style="List Bullet" if line in form.get("trik", ()) else None)


def _add_table(document: Document, grid: Grid) -> None:
    table = document.add_table(len(grid.rows), len(grid.rows[0]), style="Table Grid")
    for n, row in enumerate(grid.rows):
        for column, text in enumerate(row):
            if text is not None:
                table.cell(n, column).text = text
    for first, last, column in _merges(grid):
        table.cell(first, column).merge(table.cell(last, column)).text = grid.rows[first][column] or ""


def _fill_sheet(sheet: Worksheet, form: Content, tables: Sequence[Grid]) -> None:
    width = len(tables[0].rows[0])
    sheet.append([form["judul"]])
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    sheet.append([])
    for line in _guidance(form):
        sheet.append([line])
    for grid in tables:
        top = sheet.max_row + 2
        for n, row in enumerate(grid.rows):
            for column, text in enumerate(row, 1):
                value = int(text) if text and text.isdigit() else text
                sheet.cell(top + n, column, value).alignment = Alignment(wrap_text=True, vertical="top")
        for first, last, column in _merges(grid):
            sheet.merge_cells(start_row=top + first, end_row=top + last, start_column=column + 1, end_column=column + 1)


def _merges(grid: Grid) -> Iterator[tuple[int, int, int]]:
    """(first row, last row, column) of every cell that goes on below."""
    for column in range(len(grid.rows[0])):
        first = 0
        for n in range(1, len(grid.rows) + 1):
            if n == len(grid.rows) or grid.rows[n][column] is not None:
                if n - 1 > first:
                    yield first, n - 1, column
                first = n


def _saved(file: Document | Workbook) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()
