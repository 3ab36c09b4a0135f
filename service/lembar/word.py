"""The five-stage worksheet as a .docx: headings and tables like the form itself, and a last page of notes.

In: a `Gathered` cascade and the moment of printing. Out: bytes. Corrected there, the file can be imported again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, cast

from docx import Document as new_document
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from service.lembar.form import NOTES
from service.lembar.gathered import Gathered
from service.lembar.notes import Note, notes
from service.lembar.stages import Stage, stages
from service.lembar.titleblock import HELP, block, foot, heading

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
PAGE = (297, 210)
MARGIN = 12
WIDTH = PAGE[0] - 2 * MARGIN
"""Millimetres."""
INK, PAPER, QUIET = RGBColor(0x10, 0x26, 0x3B), "FFFFFF", RGBColor(0x5A, 0x67, 0x73)
HEADING = "173A5E"


def word(of: Gathered, moment: datetime) -> bytes:
    """The worksheet as a document."""
    document = new_document()
    _page(document, foot(of.title, moment))
    document.core_properties.author, document.core_properties.title = "Kinerja Graph", heading(of.title)
    document.add_heading(_clean(heading(of.title)), 0)
    _pairs(document, block(of.title, moment))
    for line in HELP:
        _quiet(document, line)
    for stage in stages(of):
        _stage(document, stage)
    document.add_heading(NOTES, 1).paragraph_format.page_break_before = True
    _quiet(document, "Halaman ini keterangan saja; tidak dibaca ketika lembar kerja diimpor lagi.")
    for note in notes(of):
        _note(document, note)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _page(document: Document, below: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(9)
    normal.paragraph_format.space_after = Pt(3)
    line = section.footer.paragraphs[0]
    line.add_run(_clean(below) + " · halaman ").font.size = Pt(8)
    _number(line, "PAGE")
    line.add_run(" dari ").font.size = Pt(8)
    _number(line, "NUMPAGES")


def _number(line: Paragraph, field: str) -> None:
    """A field that Word counts itself."""
    run = line.add_run()
    run.font.size = Pt(8)
    for kind, text in (("begin", ""), ("", field), ("separate", ""), ("shown", "1"), ("end", "")):
        if kind == "shown":
            run.add_text(text)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            asked = OxmlElement("w:instrText")
            asked.text = field
            run._r.append(asked)


def _pairs(document: Document, pairs: Sequence[tuple[str, str]]) -> None:
    table = document.add_table(0, 2)
    for label, value in pairs:
        row = _added(table)
        _write(row.cells[0], label, quiet=True)
        _write(row.cells[1], value)
    _widths(table, (1, 5))


def _stage(document: Document, stage: Stage) -> None:
    document.add_heading(stage.judul, 1).paragraph_format.page_break_before = True
    _quiet(document, stage.petunjuk)
    statement = [column.nama for column in stage.kolom].index("uraian")
    table = _table(document, [column.judul for column in stage.kolom])
    for line in stage.baris:
        row = _row(table, line.sel)
        row.cells[statement].paragraphs[0].paragraph_format.left_indent = Mm(3 * min(line.dalam, 8))
    _widths(table, [column.lebar for column in stage.kolom])


def _note(document: Document, note: Note) -> None:
    document.add_heading(note.judul, 2)
    if not note.baris:
        _quiet(document, note.kosong)
        return
    table = _table(document, note.kepala)
    for line in note.baris:
        _row(table, line)
    _widths(table, note.lebar)


def _table(document: Document, heads: Sequence[str]) -> Table:
    table: Table = document.add_table(1, len(heads), style="Table Grid")
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _write(cell, head)
        cell.paragraphs[0].runs[0].bold = True
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADING)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    _row_rule(table.rows[0], "tblHeader")
    _row_rule(table.rows[0], "cantSplit")
    return table


def _row(table: Table, texts: Sequence[str]) -> _Row:
    row = _added(table)
    for cell, text in zip(row.cells, texts, strict=True):
        _write(cell, text)
    _row_rule(row, "cantSplit")
    return row


def _added(table: Table) -> _Row:
    return cast(_Row, cast(Any, table).add_row())


def _row_rule(row: _Row, name: str) -> None:
    """`tblHeader`: printed again on every page; `cantSplit`: never cut by the end of one."""
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _write(cell: _Cell, text: str, quiet: bool = False) -> None:
    lines = _clean(text).split("\n")
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(line)
        run.font.size = Pt(8)
        if quiet:
            run.font.color.rgb = QUIET


def _quiet(document: Document, text: str) -> None:
    document.add_paragraph().add_run(_clean(text)).font.color.rgb = QUIET


def _widths(table: Table, shares: Sequence[int]) -> None:
    """The whole width of the page, by shares; Word believes the cells, LibreOffice the grid."""
    whole = sum(shares)
    sizes = [Mm(WIDTH * share / whole) for share in shares]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for row in table.rows:
        for cell, size in zip(row._tr.tc_lst, sizes, strict=True):
            cell.width = size


def _clean(text: str) -> str:
    return UNPRINTABLE.sub("", text)
