"""The activity log as a file: the entries that were on the screen, all of them, as CSV or as a workbook.

In: activities. Out: the bytes of a file; one row an entry, with its number, so that a row can be found again. What a
person once typed is never a formula in somebody's spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from service.activities.listing import Activity, Difference
from service.workbook import Value, csv_of, list_of

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
    """The entries as a .csv."""
    return csv_of(COLUMNS, map(_row, activities))


def as_workbook(activities: Sequence[Activity]) -> bytes:
    """The same as a workbook."""
    return list_of("Kegiatan", {name: width for name, (_, width) in COLUMNS.items()}, map(_row, activities))


def local(moment: str) -> str:
    """`2026-11-24 14:05:03`, the time of this machine."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def lines(differences: Sequence[Difference], side: str) -> str:
    """`Tingkat: operasional`, one line a value; what is empty is left out."""
    told = [(one.nama, getattr(one, side)) for one in differences]
    return "\n".join(f"{name}: {value}" for name, value in told if value)


def _row(one: Activity) -> list[Value]:
    return [value(one) for value, _ in COLUMNS.values()]
