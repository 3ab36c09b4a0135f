"""What the pages and the API show of the glossary, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from service.crosscut.glossary import EntryKind
from service.crosscut.glossary.edits import Edit
from service.crosscut.glossary.proposals import Proposal
from service.crosscut.scope import Scope
from service.facts import Paging

Shown = Literal["semua", "dipakai", "tidak", "diubah"]
"""Concepts: all, found in the kinerja of the regency, found nowhere, changed here."""


@dataclass(frozen=True, slots=True)
class UsedBy:
    """A unit in whose kinerja a concept is found."""

    kode: str
    nama: str
    kinerja: int


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """One concept in the list."""

    kunci: str
    """As addresses name it."""
    nama: str
    sinonim: int
    terkait: int
    asal: tuple[str, ...]
    """`umum`, `nomenklatur`, `telaah`: where its phrases come from."""
    kinerja: int
    unit: tuple[UsedBy, ...]
    """The one with most of them first."""
    lewat: tuple[str, ...]
    """Phrases that hold the words asked for, where the name does not."""
    ubahan: int
    """Changes made here."""


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """A page of the list, and what people changed."""

    isi: tuple[ConceptRow, ...]
    paging: Paging
    jumlah: Mapping[Shown, int]
    varian: int
    """Phrases in force."""
    ditemukan: int
    """Concepts that are found, whatever the list is narrowed to."""
    ubahan: tuple[Edit, ...]
    """The newest first."""
    versi_subjek: Mapping[str, int]
    """Changed concept -> its version."""
    usulan: tuple[Proposal, ...]
    kinerja: int
    """How many were looked through."""
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One phrase of a concept."""

    varian: str
    jenis: EntryKind
    asal: str
    """`umum`, `nomenklatur <code>` or `telaah`."""
    kinerja: int
    """In how many kinerja it stands."""
    juga: tuple[str, ...]
    """Other concepts that it stands for."""
    ubahan: Edit | None
    dicabut: bool
    """It was taken out, and stands here to be put back."""


@dataclass(frozen=True, slots=True)
class Match:
    """A kinerja in which the concept is found."""

    id: str
    uraian: str
    indikator: tuple[str, ...]
    """Those that hold one of its phrases."""
    unit: str
    nama_unit: str
    kata: tuple[str, ...]
    """Words that it was read from, as written."""


@dataclass(frozen=True, slots=True)
class ConceptPage:
    """One concept with everything about it."""

    kunci: str
    nama: str
    varian: tuple[Variant, ...]
    """Those that are found first."""
    kinerja: tuple[Match, ...]
    paging: Paging
    """Of `kinerja`."""
    unit: tuple[UsedBy, ...]
    ubahan: tuple[Edit, ...]
    bawaan: bool
    """It came with the program."""
    diperiksa: int
    """How many kinerja were looked through."""
    versi_subjek: int
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]
