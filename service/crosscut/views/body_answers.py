"""What is shown of bodies outside the government: their list, and everything that names one of them.

Frozen values with plain fields; the field names are those of the JSON answers. Empty text: not stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from service.crosscut.lists.answers import Computed
from service.crosscut.scope import Scope
from service.facts import UnitRef

BodyStatus = Literal["disepakati", "satu pihak", "ditolak", "terdeteksi", "tertulis"]
"""`tertulis`: only the partner column of a document says so, and no text was found that does."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body in the list."""

    kode: str
    nama: str
    jenis: str
    terdeteksi: bool
    """Only texts name it; no document's partner column does, and nobody decided about it."""
    unit: int
    kinerja: int
    disepakati: int
    satu_pihak: int
    ditolak: int

    @property
    def belum(self) -> int:
        """Kinerja that nobody has answered about."""
        return self.kinerja - self.disepakati - self.satu_pihak - self.ditolak


@dataclass(frozen=True, slots=True)
class BodyList:
    """All bodies of a government and year."""

    isi: tuple[Body, ...]
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]
    keadaan: Computed


@dataclass(frozen=True, slots=True)
class Naming:
    """One kinerja that names the body; the same sentence in territories of one kind stands once."""

    id: str
    uraian: str
    tanda: tuple[tuple[int, int], ...]
    """Where the statement names it."""
    tingkat: str
    singkat: str
    unit: UnitRef
    sama: tuple[tuple[str, UnitRef], ...]
    """The same sentence in other units of this kind: id of the kinerja, unit."""
    kutipan: str
    """The words that name it; empty: only the partner column does."""
    tertulis: str
    """The name in the partner column of the document; empty: only the text names it."""
    status: BodyStatus
    jenis_unit: str


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Everything about one body in a government and year."""

    kode: str
    nama: str
    jenis: str
    alias: tuple[str, ...]
    terdeteksi: bool
    isi: tuple[Naming, ...]
    menyebut: tuple[tuple[UnitRef, int], ...]
    """Units that name it, with how many kinerja, the most first."""
    tidak: tuple[UnitRef, ...]
    """Units with a document that do not."""
    jumlah: Mapping[str, int]
    """State -> kinerja."""
    terpotong: bool
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]
    keadaan: Computed
