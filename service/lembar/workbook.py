"""The five-stage worksheet as an .xlsx: a cover, a sheet a stage, and what should be known beside it.

In: a `Gathered` cascade and the moment of printing. Out: bytes. Corrected there, the file can be imported again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from service.lembar.form import NOTES
from service.lembar.gathered import Gathered
from service.lembar.notes import Note, notes
from service.lembar.sheet import for_paper, height, put, put_heads, put_row, widen
from service.lembar.stages import Stage, stages
from service.lembar.titleblock import HELP, block, foot, heading
from service.workbook import GREY, QUIET, saved

HEAD_ROW = 4
"""Row of the heads on the sheet of a stage."""
OFFERED_ROWS = 500
LIST_LETTERS = 250
"""Excel takes a list of choices inside a cell up to 255 letters."""


def workbook(of: Gathered, moment: datetime) -> bytes:
    """The worksheet as a workbook."""
    book = Workbook()
    cover = book.worksheets[0]
    cover.title = "Sampul"
    _cover(cover, of, moment)
    below = foot(of.title, moment)
    levels = list(dict.fromkeys(k.tingkat for k in sorted(of.cascade.kinerja, key=lambda k: k.urut_tingkat)))
    for stage in stages(of):
        _stage(book.create_sheet(f"Tahap {stage.nomor}"), stage, below, levels)
    _notes(book.create_sheet("Catatan"), notes(of), below)
    return saved(book, heading(of.title))


def _cover(sheet: Worksheet, of: Gathered, moment: datetime) -> None:
    widen(sheet, (24, 92))
    put(sheet, 1, 1, heading(of.title)).font = Font(bold=True, size=16)
    sheet.row_dimensions[1].height = 26
    for row, (label, value) in enumerate(block(of.title, moment), 3):
        put(sheet, row, 1, label).font = QUIET
        put(sheet, row, 2, value).alignment = Alignment(wrap_text=True, vertical="top")
    for row, line in enumerate(HELP, sheet.max_row + 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        put(sheet, row, 1, line).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = height((line,), (112,))
    sheet.sheet_view.showGridLines = False
    for_paper(sheet, foot(of.title, moment))


def _stage(sheet: Worksheet, stage: Stage, below: str, levels: Sequence[str]) -> None:
    widths = [column.lebar for column in stage.kolom]
    names = [column.nama for column in stage.kolom]
    widen(sheet, widths)
    put(sheet, 1, 1, stage.judul).font = Font(bold=True, size=14)
    sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(widths))
    put(sheet, 2, 1, stage.petunjuk).font = QUIET
    sheet["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[2].height = height((stage.petunjuk,), (sum(widths),))
    put_heads(sheet, HEAD_ROW, [column.judul for column in stage.kolom])
    for row, line in enumerate(stage.baris, HEAD_ROW + 1):
        put_row(sheet, row, line.sel, widths, names.index("uraian"), line.dalam)
        sheet.cell(row, len(names)).fill, sheet.cell(row, len(names)).font = GREY, QUIET
    last = HEAD_ROW + max(len(stage.baris), 1)
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(names))}{last}"
    if "tingkat" in names:
        _offer(sheet, get_column_letter(names.index("tingkat") + 1), levels)
    for_paper(sheet, below, HEAD_ROW)


def _offer(sheet: Worksheet, column: str, levels: Sequence[str]) -> None:
    """The levels of this tree to choose from; another word may be written."""
    listed = ",".join(level for level in levels if level)
    if not listed or len(listed) > LIST_LETTERS or any("," in level or '"' in level for level in levels):
        return
    choice = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    choice.showErrorMessage = False
    choice.add(f"{column}{HEAD_ROW + 1}:{column}{HEAD_ROW + OFFERED_ROWS}")
    sheet.add_data_validation(choice)


def _notes(sheet: Worksheet, found: Sequence[Note], below: str) -> None:
    put(sheet, 1, 1, NOTES).font = Font(bold=True, size=14)
    put(sheet, 2, 1, "Halaman ini keterangan saja; tidak dibaca ketika lembar kerja diimpor lagi.").font = QUIET
    widths = [max(note.lebar[n] if n < len(note.lebar) else 0 for note in found) for n in range(7)]
    widen(sheet, [min(width, 46) for width in widths])
    row = 4
    for note in found:
        put(sheet, row, 1, note.judul).font = Font(bold=True, size=12)
        row += 1
        if not note.baris:
            put(sheet, row, 1, note.kosong).font = QUIET
            row += 1
        else:
            row = _note_rows(sheet, row, note, widths)
        row += 1
    for_paper(sheet, below)


def _note_rows(sheet: Worksheet, row: int, note: Note, widths: Sequence[int]) -> int:
    put_heads(sheet, row, note.kepala)
    for line in note.baris:
        row += 1
        put_row(sheet, row, line, [min(width, 46) for width in widths])
    return row + 1
