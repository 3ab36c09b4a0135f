"""The five-stage worksheet as a .docx: headings and tables like the form itself, and a last page of notes.

In: a `Gathered` cascade and the moment of printing. Out: bytes. Corrected there, the file can be imported again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx import Document as new_document
from docx.document import Document
from docx.shared import Mm

from service.lembar.form import NOTES
from service.lembar.gathered import Gathered
from service.lembar.notes import Note, notes
from service.lembar.stages import Stage, stages
from service.lembar.titleblock import HELP, block, foot, heading
from service.lembar.wordpage import landscape
from service.lembar.wordtable import add_quiet, add_row, add_table, added, clean, share_widths, write


def word(of: Gathered, moment: datetime) -> bytes:
    """The worksheet as a document."""
    document = new_document()
    landscape(document, foot(of.title, moment))
    document.core_properties.author, document.core_properties.title = "Kinerja Graph", heading(of.title)
    document.add_heading(clean(heading(of.title)), 0)
    _pairs(document, block(of.title, moment))
    for line in HELP:
        add_quiet(document, line)
    for stage in stages(of):
        _stage(document, stage)
    document.add_heading(NOTES, 1).paragraph_format.page_break_before = True
    add_quiet(document, "Halaman ini keterangan saja; tidak dibaca ketika lembar kerja diimpor lagi.")
    for note in notes(of):
        _note(document, note)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pairs(document: Document, pairs: Sequence[tuple[str, str]]) -> None:
    table = document.add_table(0, 2)
    for label, value in pairs:
        row = added(table)
        write(row.cells[0], label, quiet=True)
        write(row.cells[1], value)
    share_widths(table, (1, 5))


def _stage(document: Document, stage: Stage) -> None:
    document.add_heading(stage.judul, 1).paragraph_format.page_break_before = True
    add_quiet(document, stage.petunjuk)
    statement = [column.nama for column in stage.kolom].index("uraian")
    table = add_table(document, [column.judul for column in stage.kolom])
    for line in stage.baris:
        row = add_row(table, line.sel)
        row.cells[statement].paragraphs[0].paragraph_format.left_indent = Mm(3 * min(line.dalam, 8))
    share_widths(table, [column.lebar for column in stage.kolom])


def _note(document: Document, note: Note) -> None:
    document.add_heading(note.judul, 2)
    if not note.baris:
        add_quiet(document, note.kosong)
        return
    table = add_table(document, note.kepala)
    for line in note.baris:
        add_row(table, line)
    share_widths(table, note.lebar)
