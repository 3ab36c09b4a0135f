"""A view of crosscutting as a plain table, and that table as CSV.

In: headings, widths, rows. Out: a `Table`, which `table_book` writes as a sheet; bytes of a .csv. What a person or a
document wrote is never a formula in somebody's spreadsheet.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from service.workbook import RISKY

Value = str | int | float


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
    """UTF-8 with a mark, so that spreadsheets read it as such; commas, CRLF (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.kepala)
    writer.writerows([_plain(value) for value in row] for row in table.baris)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value
