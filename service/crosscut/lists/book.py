"""The list of overlaps as a file: the pairs on the screen, all of them, as CSV or as a workbook, with their ids.

In: overlaps. Out: the bytes of a file, one row a pair. What a person or a document wrote is never a formula in
somebody's spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from service.crosscut.detect.labels import spelled
from service.crosscut.lists.answers import Overlap, OverlapEnd
from service.crosscut.statement import REST
from service.workbook import RISKY, as_text, saved

Value = str | int | float
Columns = Mapping[str, tuple[Callable[[Overlap], Value], int]]

WRAPPED = Alignment(vertical="top", wrap_text=True)


def _of(side: str, value: Callable[[OverlapEnd], str]) -> Callable[[Overlap], Value]:
    return lambda one: value(getattr(one, side))


def _end_columns(side: str) -> Columns:
    name = side.upper()
    return {
        f"id {name}": (_of(side, lambda end: end.kunci), 16),
        f"kinerja {name}": (_of(side, lambda end: end.teks), 44),
        f"tingkat {name}": (_of(side, lambda end: end.tingkat), 16),
        f"perangkat daerah {name}": (_of(side, lambda end: end.unit.nama), 30),
        f"kode perangkat daerah {name}": (_of(side, lambda end: end.unit.kode), 24),
    }


COLUMNS: Columns = {
    "status": (lambda one: one.status, 13),
    "arah": (lambda one: one.arah, 9),
    "jenis": (lambda one: one.jenis, 12),
    "kekuatan": (lambda one: one.pita, 10),
    "skor": (lambda one: "" if one.skor is None else round(one.skor, 3), 8),
    **_end_columns("a"),
    **_end_columns("b"),
    "objek yang sama": (lambda one: objects(one), 40),
    "yang berbeda": (lambda one: differing(one), 40),
    "indikator sama": (lambda one: "ya" if one.ukuran_sama else "", 10),
    "kutipan": (lambda one: one.kutipan, 24),
    "pasangan dengan kalimat ini": (lambda one: one.banyak, 12),
    "kata pihak": (lambda one: one.pihak, 20),
    "ditetapkan Bappeda": (lambda one: "ya" if one.ditetapkan else "", 10),
    "ragu": (lambda one: "ya" if one.ragu else "", 8),
    "diputus pada kalimat lama": (lambda one: "ya" if one.ulang else "", 10),
    "unit utama": (lambda one: one.utama, 20),
    "sebab ditolak": (lambda one: one.sebab, 20),
    "keterangan": (lambda one: one.keterangan, 40),
    "oleh": (lambda one: one.oleh, 16),
    "pada": (lambda one: one.pada, 26),
}
"""Heading -> (value, width in letters)."""


def as_csv(overlaps: Sequence[Overlap]) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read it as such; commas, CRLF (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_plain(value(one)) for value, _ in COLUMNS.values()] for one in overlaps)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_workbook(overlaps: Sequence[Overlap]) -> bytes:
    """One sheet with a head that stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Crosscutting")
    sheet.freeze_panes = "A2"
    head = [WriteOnlyCell(sheet, name) for name in COLUMNS]
    for number, (cell, (_, width)) in enumerate(zip(head, COLUMNS.values(), strict=True), 1):
        cell.font, cell.alignment = Font(bold=True), WRAPPED
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(head)
    for one in overlaps:
        sheet.append([_cell(sheet, value(one)) for value, _ in COLUMNS.values()])
    return saved(book, "Crosscutting")


def objects(one: Overlap) -> str:
    """The shared terms with what each gives to the score: `keuangan desa 0,31`, the largest first."""
    named = (share for share in one.alasan if share.istilah != REST)
    return "; ".join(f"{spelled(share.istilah)} {share.bobot:.2f}".replace(".", ",") for share in named)


def differing(one: Overlap) -> str:
    """`peran: mengawasi / mengelola`, one line a difference; a side that says nothing is a dash."""
    return "\n".join(f"{each.apa}: {each.a or '–'} / {each.b or '–'}" for each in one.beda)


def _plain(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _cell(sheet: Any, value: Value) -> Any:
    cell = WriteOnlyCell(sheet, None if isinstance(value, str) else value)
    if isinstance(value, str):
        as_text(cell, value)
    cell.alignment = WRAPPED
    return cell
