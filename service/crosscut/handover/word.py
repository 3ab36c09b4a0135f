"""The matrix crosscutting as a .docx: one table as it is brought to a meeting and signed, on landscape paper.

In: a `Handed`. Out: bytes. The head stands on every page, no row is cut by the end of one; of a whole government each
unit's rows stand under its name, and units without any crosscutting are told at the end.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

from docx import Document as new_document
from docx.document import Document
from docx.shared import Pt
from docx.table import Table, _Row

from service.crosscut.handover import Row
from service.crosscut.handover.handing import Handed
from service.crosscut.handover.tables import EMPTY, FORM, FORM_WIDTHS, caution, text_of
from service.lembar.wordpage import landscape
from service.lembar.wordtable import add_quiet, add_row, add_table, clean, share_widths


def as_document(of: Handed) -> bytes:
    """The form as a document."""
    document = new_document()
    landscape(document, f"{of.judul} · {of.kaki}")
    document.core_properties.author, document.core_properties.title = "Kinerja Graph", clean(of.judul)
    document.add_heading(clean(of.judul), 0)
    add_quiet(document, of.kaki)
    add_quiet(document, caution(of))
    if of.baris:
        _table(document, of)
    else:
        document.add_paragraph(EMPTY)
    if of.kosong:
        document.add_paragraph(clean(f"Tanpa crosscutting sama sekali: {', '.join(of.kosong)}."))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: Document, of: Handed) -> None:
    table = add_table(document, FORM)
    number, sections = 0, list[_Row]()
    for unit, rows in groupby(of.baris, key=lambda row: row.unit):
        if of.semua:
            sections.append(add_row(table, (unit.nama, *("" for _ in FORM[1:]))))
        for row in rows:
            number += 1
            _row(table, number, row)
    share_widths(table, FORM_WIDTHS)
    for section in sections:
        _over_all(section)


def _over_all(row: _Row) -> None:
    """The name of the unit whose rows follow, over the whole width; it stays with the first of them."""
    whole = row.cells[0].merge(row.cells[-1])
    for paragraph in whole.paragraphs[1:]:  # merging leaves an empty line for every cell
        paragraph._p.getparent().remove(paragraph._p)
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    for run in whole.paragraphs[0].runs:
        run.bold, run.font.size = True, Pt(9)


def _row(table: Table, number: int, row: Row) -> None:
    cells = add_row(table, (str(number), *text_of(row))).cells
    partner = FORM.index("Perangkat daerah mitra")
    if row.mitra_kinerja:
        cells[partner].paragraphs[0].runs[0].bold = True
