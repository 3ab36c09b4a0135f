"""Tables of an exported document: a head on every page, no row cut, as wide as the paper.

In: a python-docx document and texts. Out: tables in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
PAGE = (297, 210)
MARGIN = 12
WIDTH = PAGE[0] - 2 * MARGIN
"""Millimetres."""
QUIET, WHITE = RGBColor(0x46, 0x58, 0x6A), RGBColor(0xFF, 0xFF, 0xFF)
HEADING = "173A5E"


def add_table(document: Document, heads: Sequence[str]) -> Table:
    table: Table = document.add_table(1, len(heads), style="Table Grid")
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        write(cell, head)
        cell.paragraphs[0].runs[0].bold = True
        cell.paragraphs[0].runs[0].font.color.rgb = WHITE
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADING)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    _row_rule(table.rows[0], "tblHeader")
    _row_rule(table.rows[0], "cantSplit")
    return table


def add_row(table: Table, texts: Sequence[str]) -> _Row:
    row = added(table)
    for cell, text in zip(row.cells, texts, strict=True):
        write(cell, text)
    _row_rule(row, "cantSplit")
    return row


def added(table: Table) -> _Row:
    return cast(_Row, cast(Any, table).add_row())


def _row_rule(row: _Row, name: str) -> None:
    """`tblHeader`: printed again on every page; `cantSplit`: never cut by the end of one."""
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def write(cell: _Cell, text: str, quiet: bool = False) -> None:
    lines = clean(text).split("\n")
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(line)
        run.font.size = Pt(8)
        if quiet:
            run.font.color.rgb = QUIET


def add_quiet(document: Document, text: str) -> None:
    document.add_paragraph().add_run(clean(text)).font.color.rgb = QUIET


def share_widths(table: Table, shares: Sequence[int]) -> None:
    """The whole width of the page, by shares; Word believes the cells, LibreOffice the grid."""
    whole = sum(shares)
    sizes = [Mm(WIDTH * share / whole) for share in shares]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for row in table.rows:
        for cell, size in zip(row._tr.tc_lst, sizes, strict=True):
            cell.width = size


def clean(text: str) -> str:
    return UNPRINTABLE.sub("", text)
