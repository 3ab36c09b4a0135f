"""A view of crosscutting as a plain table, and that table as CSV.

In: headings, widths, rows. Out: a `Table`, which `table_book` writes as a sheet; bytes of a .csv. What a person or a
document wrote is never a formula in somebody's spreadsheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.workbook import Value, csv_of


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    nama: str
    """Of its sheet, at most 31 letters."""
    judul: str
    kepala: tuple[str, ...]
    lebar: tuple[int, ...]
    """In letters; on paper the share of the width."""
    baris: tuple[tuple[Value, ...], ...]
    catatan: str = ""
    """A line under the title."""
    kosong: str = "Tidak ada."
    """What stands there instead of rows."""


def as_csv(table: Table) -> bytes:
    """The table as a .csv."""
    return csv_of(table.kepala, table.baris)
