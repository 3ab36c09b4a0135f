"""What the matrix unit by unit answers: its rows, its cells with three numbers, the cell that is open.

Frozen values with plain fields; the field names are those of the JSON answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.crosscut.lists.answers import Computed, Overlap
from service.crosscut.scope import Scope


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs by state; the same sentence in territories of one kind counts once."""

    disepakati: int = 0
    satu_pihak: int = 0
    terdeteksi: int = 0

    @property
    def semua(self) -> int:
        return self.disepakati + self.satu_pihak + self.terdeteksi

    @property
    def belum(self) -> int:
        """Waits for somebody."""
        return self.satu_pihak + self.terdeteksi

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.disepakati + other.disepakati,
            self.satu_pihak + other.satu_pihak,
            self.terdeteksi + other.terdeteksi,
        )


NONE = Counts()


@dataclass(frozen=True, slots=True)
class Line:
    """One row, which is a column too."""

    kunci: str
    """Kode of a unit, `jenis:<kind>`, `mitra:<kode>`, or `mitra`."""
    nama: str
    lipat: int
    """How many units or bodies stand in it; 0: it is one."""
    luar: bool
    """Outside the government."""
    kinerja: int
    """0: no document of that year."""
    jumlah: Counts
    """All cells of the row."""
    jenis: str = ""
    """What unfolds it, or folds it again; empty: it is never folded."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The pairs of two rows; stands once for both halves."""

    baris: str
    kolom: str
    jumlah: Counts


@dataclass(frozen=True, slots=True)
class Opened:
    """The pairs of one cell."""

    baris: Line
    kolom: Line
    jumlah: Counts
    isi: tuple[Overlap, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole."""

    baris: tuple[Line, ...]
    """Units by name, then bodies by name."""
    sel: tuple[Cell, ...]
    """Those that are not empty."""
    jumlah: Counts
    kosong: tuple[Line, ...]
    """Units with a document and without any crosscutting: a finding."""
    menumpuk: tuple[Line, ...]
    """Units with much undecided, the most first."""
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]
    keadaan: Computed
    dibuka: Opened | None = None

    @property
    def kolom(self) -> tuple[Line, ...]:
        """Columns: the rows, but bodies one by one are rows only: two of them never share a cell."""
        return tuple(line for line in self.baris if line.lipat or not line.luar)

    def lookup(self) -> dict[tuple[str, str], Counts]:
        """(row, column) -> its numbers, for both halves; what is not in it is empty."""
        found = pairs_of(self.sel)
        return found | {(kolom, baris): counts for (baris, kolom), counts in found.items()}


def pairs_of(cells: Iterable[Cell]) -> dict[tuple[str, str], Counts]:
    """(row, column) -> numbers, once for two rows."""
    return {(cell.baris, cell.kolom): cell.jumlah for cell in cells}
