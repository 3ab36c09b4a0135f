"""A template workbook, empty or filled, as bytes of an .xlsx; the same content gives the same bytes.

In: a `Head`, the `Entry`s and the `Lists` that the cells offer. Out: four sheets: `Petunjuk`, `Unit`, `Kinerja` and a
hidden one with the mark by which the file is recognised. Every cell is text, so that a code 1.10 stays one, and a text
that begins with = + - @ is no formula anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from service.templat.cells import TOP, for_paper, heads, offer, pinned, put
from service.templat.content import Entry, Head, Lists, rows
from service.templat.form import COLUMNS, FORMAT, GUIDE, KINERJA, LISTS, MARK, QUESTIONS, UNIT
from service.templat.guide import EXAMPLE, LINES
from service.workbook import GREY, LINE, QUIET

CHECKED_ROWS = 2000
"""So far down the cells offer their lists."""
FONTS = {"judul": Font(bold=True, size=16), "anak judul": Font(bold=True, size=12), "teks": Font()}
HEIGHTS = {"judul": 28.0, "anak judul": 24.0, "teks": 16.0}
GUIDE_CHARS = 160
"""Characters in one line over the whole width of the explaining sheet."""
VISIBLE = [column for column in COLUMNS if not column.tersembunyi]
OFFERED = ("tingkat", "komponen", "jabatan", "mitra", "satuan")
"""Columns that offer the list of the same name."""


def write(head: Head, entries: Sequence[Entry] = (), lists: Lists | None = None) -> bytes:
    """The workbook; raises nothing, whatever the texts hold."""
    offered = lists or Lists()
    book = Workbook()
    _explain(book.worksheets[0])
    _ask(book.create_sheet(UNIT), head, offered)
    _list(book.create_sheet(KINERJA), entries)
    _remember(book.create_sheet(LISTS), offered)
    _offer(book[KINERJA], entries, offered)
    book.defined_names["kinerja_graph_templat"] = DefinedName("kinerja_graph_templat", attr_text=f"{LISTS}!$B$1")
    book.active = book[KINERJA if entries else GUIDE]
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is book.active
    book.properties.creator = "Kinerja Graph"
    book.properties.title = f"Templat cascading {head.unit} {head.tahun or ''}".strip()
    return pinned(book)


def _explain(sheet: Worksheet) -> None:
    """The words over the whole width, and below them the example as the sheet `Kinerja` would hold it."""
    sheet.title = GUIDE
    sheet.sheet_view.showGridLines = False
    shown = [n for n, column in enumerate(COLUMNS) if column in VISIBLE and column.nama != "id"]
    for n, index in enumerate(shown, 1):
        sheet.column_dimensions[get_column_letter(n)].width = max(COLUMNS[index].lebar * 0.7, 9)
    for n, (style, text) in enumerate(LINES, 1):
        put(sheet, n, 1, text).font = FONTS[style]
        sheet.merge_cells(start_row=n, end_row=n, start_column=1, end_column=len(shown))
        sheet.row_dimensions[n].height = HEIGHTS[style] * -(-len(text) // GUIDE_CHARS)
    top = len(LINES) + 1
    heads(sheet, [COLUMNS[index].judul for index in shown], top)
    for n, line in enumerate(rows(EXAMPLE), top + 1):
        for place, index in enumerate(shown, 1):
            put(sheet, n, place, line[index]).border = LINE
    for_paper(sheet)


def _ask(sheet: Worksheet, head: Head, lists: Lists) -> None:
    for letter, width in zip("ABC", (28, 48, 70), strict=True):
        sheet.column_dimensions[letter].width = width
    heads(sheet, ("Isian", "Jawaban", "Keterangan"))
    for n, question in enumerate(QUESTIONS, 2):
        value = getattr(head, question.nama)
        put(sheet, n, 1, f"{question.judul}{' *' if question.wajib else ''}").font = Font(bold=question.wajib)
        put(sheet, n, 2, "" if value is None else str(value)).number_format = "@"
        put(sheet, n, 3, question.bantuan).font = QUIET
        for column in (1, 2, 3):
            sheet.cell(n, column).border = LINE
        sheet.row_dimensions[n].height = 32
        if question.nama == "jenis":
            offer(sheet, f"B{n}", _reference(lists, "jenis"), question.judul, question.bantuan)
    put(sheet, len(QUESTIONS) + 3, 1, "* wajib diisi").font = QUIET
    for_paper(sheet)


def _list(sheet: Worksheet, entries: Sequence[Entry]) -> None:
    heads(sheet, [column.judul for column in COLUMNS])
    for n, column in enumerate(COLUMNS, 1):
        dimension = sheet.column_dimensions[get_column_letter(n)]
        dimension.width, dimension.hidden = column.lebar, column.tersembunyi
        dimension.number_format, dimension.alignment = "@", TOP  # for the rows that a person adds
        if column.nama == "id":
            dimension.fill, dimension.font = GREY, QUIET
    for n, line in enumerate(rows(entries), 2):
        for place, (column, text) in enumerate(zip(COLUMNS, line, strict=True), 1):
            cell = put(sheet, n, place, text)
            cell.number_format, cell.border = "@", LINE
            if column.nama == "id":
                cell.fill, cell.font = GREY, QUIET
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(VISIBLE))}{max(sheet.max_row, 2)}"
    sheet.print_title_rows = "1:1"
    for_paper(sheet)


def _remember(sheet: Worksheet, lists: Lists) -> None:
    """The mark, and below it the lists side by side."""
    put(sheet, 1, 1, MARK)
    sheet.cell(1, 2, FORMAT)
    for column, field in enumerate(fields(lists), 1):
        for n, text in enumerate((field.name, *getattr(lists, field.name)), 2):
            put(sheet, n, column, text)
    sheet.sheet_state = "hidden"


def _offer(sheet: Worksheet, entries: Sequence[Entry], lists: Lists) -> None:
    """Lists and a word of help in every column; a parent is chosen among the codes, or the ids where there are none."""
    codes = "A" if entries and not any(entry.kode for entry in entries) else "B"
    for n, column in enumerate(VISIBLE, 1):
        source = _reference(lists, column.nama) if column.nama in OFFERED else ""
        if column.nama == "induk":
            source = f"${codes}$2:${codes}${CHECKED_ROWS}"
        letter = get_column_letter(n)
        offer(sheet, f"{letter}2:{letter}{CHECKED_ROWS}", source, column.judul, column.bantuan)


def _reference(lists: Lists, name: str) -> str:
    """Where the list stands on the hidden sheet; empty: there is nothing to offer."""
    letter = get_column_letter([field.name for field in fields(lists)].index(name) + 1)
    count = len(getattr(lists, name))
    return f"{LISTS}!${letter}$3:${letter}${count + 2}" if count else ""
