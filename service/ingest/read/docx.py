"""Word documents: paragraphs and tables in the order of the page, from the XML itself.

In: bytes. Out: `RawRow`s placed as `paragraf 12` or `tabel 4 baris 9`. The XML is walked here rather than through
python-docx, whose cells repeat merged text and whose paragraphs lose accepted insertions, content controls and text
boxes and automatic numbers; it also does not open the strict form. Deleted text is left out, inserted text kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from service.ingest.read.limits import NESTING, RESAVE, most_rows, refused, too_many_rows
from service.ingest.read.package import Package, open_package
from service.ingest.read.text import rows_of_lines, split_lines
from service.ingest.read.wordnumbers import print_numbers
from service.ingest.read.wordtable import TableRow, rows_of_run, rows_of_table
from service.ingest.read.wordtext import GONE, TBL, P, boxes, inside, text_of
from service.model import RawRow


@dataclass
class Walk:
    """Where the walk through one document stands."""

    rows: list[RawRow] = field(default_factory=list)
    paragraphs: int = 0
    word_tables: int = 0
    """Tables as Word counts them, for the place."""
    tables: int = 0
    """Tables as `RawRow.tabel` counts them: a full-width title row parts one in two."""

    def add(self, rows: Iterable[RawRow]) -> None:
        for row in rows:
            self.rows.append(row)
            self.tables = max(self.tables, row.tabel or 0)
        if len(self.rows) > most_rows():
            raise too_many_rows()


def read(data: bytes) -> list[RawRow]:
    """Rows of a .docx; raises DocumentRefused."""
    package = open_package(data)
    main, walk = package.main(), Walk()
    walk.add(_margin(package, main, "/header", "kepala halaman"))
    root = package.xml(main)
    print_numbers(root, package, main)
    _blocks(walk, root)
    walk.add(_margin(package, main, "/footer", "kaki halaman"))
    return walk.rows


def _margin(package: Package, main: str, kind: str, lokasi: str) -> Iterator[RawRow]:
    """Header or footer text; the same line on every page is one line, a page number none."""
    parts = [package.xml(part) for link, part in package.related(main) if link.endswith(kind)]
    lines = dict.fromkeys(line.strip() for part in parts for line in split_lines(text_of(part)))
    return (RawRow(lokasi, (line,)) for line in lines if line and not line.isdigit())


def _blocks(walk: Walk, parent: Element, depth: int = 0, place: str = "") -> None:
    """Everything below `parent` that is a paragraph or a table, in order; content controls and the like are opened."""
    for node in parent:
        if node.tag == P:
            _paragraph(walk, node, depth, place)
        elif node.tag == TBL:
            _table(walk, node, depth + 1)
        elif node.tag not in GONE:
            _blocks(walk, node, depth, place)


def _paragraph(walk: Walk, node: Element, depth: int, place: str) -> None:
    walk.paragraphs += not place
    place = place or f"paragraf {walk.paragraphs}"
    lines = split_lines(text_of(node)) or [""]
    rows = list(rows_of_lines(((place, line) for line in lines), first_table=walk.tables + 1))
    walk.add(_joined(walk.rows[-1:], rows))
    for box in boxes(node):
        _blocks(walk, box, depth, f"{place}, kotak teks")


def _joined(before: list[RawRow], rows: list[RawRow]) -> list[RawRow]:
    """A table typed with tabs goes on from the paragraph before it."""
    first = rows[0].tabel
    if first is None or not before or before[0].tabel is None or not before[0].lokasi.startswith("paragraf"):
        return rows
    return [RawRow(row.lokasi, row.sel, before[0].tabel if row.tabel == first else row.tabel) for row in rows]


def _table(walk: Walk, node: Element, depth: int) -> None:
    """A row of one cell is running text (a title, a frame around a page); runs of other rows are tables."""
    if depth > NESTING:
        raise refused(f"Tabel bersarang lebih dari {NESTING} tingkat.", RESAVE)
    walk.word_tables += 1
    rows = rows_of_table(node, f"tabel {walk.word_tables}")
    for single, run in groupby(rows, key=lambda row: len(row.cells) == 1):
        if single:
            for row in run:
                _blocks(walk, row.cells[0], depth, row.place)
        else:
            _run(walk, list(run), depth)


def _run(walk: Walk, run: list[TableRow], depth: int) -> None:
    walk.add(rows_of_run(run, walk.tables + 1))
    for cell in (cell for row in run for cell in row.cells):
        for table in inside(cell, TBL):
            _table(walk, table, depth + 1)
