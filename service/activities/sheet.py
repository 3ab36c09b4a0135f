"""The activity log as a file: the entries that were on the screen, all of them, as CSV or as a workbook.

In: activities. Out: the bytes of a file; one row an entry, with its number, so that a row can be found again. What a
person once typed is never a formula in somebody's spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from service.activities.listing import Activity, Difference
from service.workbook import RISKY, as_text, saved

COLUMNS: Mapping[str, tuple[Callable[[Activity], str | int], int]] = {
    "nomor": (lambda one: one.nomor, 8),
    "waktu": (lambda one: local(one.pada), 20),
    "akun": (lambda one: one.akun, 22),
    "peran": (lambda one: one.peran, 14),
    "cara": (lambda one: one.cara, 10),
    "dari": (lambda one: one.dari, 16),
    "tindakan": (lambda one: one.kata, 28),
    "kalimat": (lambda one: one.kalimat, 70),
    "subjek": (lambda one: one.subjek, 24),
    "perangkat daerah": (lambda one: one.unit_nama or one.unit, 28),
    "sebelum": (lambda one: lines(one.perubahan, "sebelum"), 40),
    "sesudah": (lambda one: lines(one.perubahan, "sesudah"), 40),
    "keadaan": (lambda one: one.keadaan, 12),
    "revisi": (lambda one: one.revisi or "", 10),
    "catatan": (lambda one: one.pesan, 40),
}
"""Heading -> (value, width in letters)."""


def as_csv(activities: Sequence[Activity]) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read it as such; commas, CRLF (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_plain(value(one)) for value, _ in COLUMNS.values()] for one in activities)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_workbook(activities: Sequence[Activity]) -> bytes:
    """One sheet with a head that stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kegiatan")
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(COLUMNS.values()):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    head = [WriteOnlyCell(sheet, name) for name in COLUMNS]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for one in activities:
        sheet.append([_cell(sheet, value(one)) for value, _ in COLUMNS.values()])
    return saved(book, "Kegiatan")


def local(moment: str) -> str:
    """`2026-11-24 14:05:03`, the time of this machine."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def lines(differences: Sequence[Difference], side: str) -> str:
    """`Tingkat: operasional`, one line a value; what is empty is left out."""
    told = [(one.nama, getattr(one, side)) for one in differences]
    return "\n".join(f"{name}: {value}" for name, value in told if value)


def _plain(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _cell(sheet: Any, value: str | int) -> Any:
    cell = WriteOnlyCell(sheet, None if isinstance(value, str) else value)
    if isinstance(value, str):
        as_text(cell, value)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell
