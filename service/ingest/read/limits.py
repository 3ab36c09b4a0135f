"""How much a document may hold, and the one sentence shape with which it is refused.

In: what was measured while reading. Out: nothing, or DocumentRefused. Every number is far above a real cascading
document (Batumandi: 15 kB, 160 rows) and low enough that the worst file costs seconds, not the machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.bahasa.numbers import in_digits
from service.errors import DocumentRefused
from service.model import RawRow

MB = 1024 * 1024

FILE_BYTES = 20 * MB
"""The uploaded file itself."""
ENTRIES = 2_000
"""Files inside a .docx or .xlsx."""
PART_BYTES = 32 * MB
"""One XML part of it, unpacked."""
UNPACKED_BYTES = 200 * MB
"""All of it unpacked, pictures included, as declared; only the XML parts are ever unpacked."""
ROWS = 20_000
COLUMNS = 200
CELL_CHARS = 20_000
NESTING = 12
"""Tables inside tables."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one reading process may use."""

    cpu_seconds: int = 10
    wall_seconds: int = 20
    memory: int = 768 * MB
    """Bytes of address space; it starts at about 100 MB."""
    output: int = 64 * MB
    """Bytes it may hand back."""
    rows: int = ROWS
    """Rows it may read; a document has few, the national nomenclature has many."""


BOUNDS = Bounds()

_rows_allowed = [ROWS]


def allow_rows(most: int) -> None:
    """Let this process read so many rows; only the process that reads for somebody else is told so."""
    _rows_allowed[0] = most


def most_rows() -> int:
    """Rows that this process may read."""
    return _rows_allowed[0]


RESAVE = "Buka berkas itu di Word atau Excel, simpan ulang sebagai .docx atau .xlsx, lalu unggah lagi."
SPLIT = "Pisahkan bagian cascading ke berkas tersendiri, lalu unggah berkas itu."


def refused(message: str, hint: str) -> DocumentRefused:
    """The exception for a document that is not read; says that nothing happened to the data."""
    return DocumentRefused(f"{message} Tidak ada yang diubah.", hint)


def check_size(data: bytes) -> None:
    if not data:
        raise refused("Berkas kosong (0 bita).", "Pilih berkas yang berisi dokumen cascading.")
    check_bytes(len(data))


def check_bytes(size: int) -> None:
    """Raises DocumentRefused for a file of `size` bytes that is too large to be read at all."""
    if size > FILE_BYTES:
        raise refused(
            f"Berkas berukuran {size / MB:.0f} MB; batasnya {FILE_BYTES // MB} MB.",
            "Hapus gambar dari berkas, atau pisahkan bagian cascading ke berkas tersendiri.",
        )


def check_row(row: RawRow) -> None:
    if len(row.sel) > COLUMNS:
        raise refused(f"Baris di {row.lokasi} punya {len(row.sel)} kolom; batasnya {COLUMNS}.", SPLIT)
    longest = max(map(len, row.sel))
    if longest > CELL_CHARS:
        size = in_digits(longest)
        raise refused(f"Satu isian di {row.lokasi} berisi {size} huruf; batasnya 20.000.", SPLIT)


def check_rows(rows: list[RawRow]) -> None:
    """Raises DocumentRefused when `rows` are too many, too wide or say nothing at all."""
    if len(rows) > most_rows():
        raise too_many_rows()
    for row in rows:
        check_row(row)
    if not any(cell for row in rows for cell in row.sel):
        raise refused("Berkas tidak memuat tulisan.", "Pilih berkas yang berisi dokumen cascading.")


def too_many_rows() -> DocumentRefused:
    most = in_digits(most_rows())
    return refused(f"Berkas memuat lebih dari {most} baris, batas untuk satu dokumen.", SPLIT)
