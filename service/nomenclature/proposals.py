"""What a unit's statements may be in the nomenclature, beside what was decided of it: the page of proposals.

In: a unit and a year. Out: a `ProposalPage`. Nothing is matched silently: a proposal counts only once a person accepts
it (a decision of kind `komponen`); one that was refused is not proposed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service import live, log
from service.boxes import decisions
from service.errors import NotFound
from service.facts import Decided, Ref, UnitRef
from service.fold.verdicts import component_type
from service.graph import Graph, Tx
from service.jenjang import step_of
from service.levels import colour, short
from service.model import Step
from service.nomenclature.matching import SURE, Found, Guess, Statement, guesses, look_for, wrong_branch

CANDIDATES = 25
"""Entries that the index gives for one statement."""
KINDS = ("sub kegiatan", "kegiatan", "program")


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that a kinerja is planned as."""

    kode: str
    nama: str
    asal: str
    """tersurat (the document says it) | diputuskan (a person accepted it)"""
    keputusan: Decided | None
    """Who accepted it, when and why."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One statement with what it is, or may be."""

    kinerja: Ref
    tingkat: str
    singkat: str
    warna: int
    ada: tuple[Known, ...]
    """What it is planned as already."""
    usul: Guess | None
    """The best entry that nobody refused; None: nothing fits, or it is planned already."""
    lain: tuple[Guess, ...]
    """The next ones."""
    ditolak: tuple[Decided, ...]
    """Proposals that were refused."""
    salah_cabang: str
    """Code and name of the parent's entry, when this one does not stand under it (STR12); empty: it does."""


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """Proposals of a unit and year."""

    unit: UnitRef
    tahun: int
    dokumen: str
    entri: int
    """Entries of the nomenclature in force; 0: it was not loaded yet."""
    sumber: str
    """File that they came from."""
    baris: tuple[Proposal, ...]
    """In document order."""
    usul: int
    """Statements with a proposal."""
    yakin: int
    """Of these, with a likeness of at least `SURE` and in the right branch."""
    ada: int
    """Statements that are planned as an entry already."""
    batas_yakin: float
    versi_pohon: int
    """What a form must carry: number of the last decision about this unit and year."""
    revisi: int

    @property
    def sure(self) -> tuple[tuple[str, str], ...]:
        """(id, code) of every proposal that may be accepted with the others."""
        return tuple((row.kinerja.id, row.usul.kode) for row in self.baris if row.usul and _is_sure(row))


def proposals(graph: Graph, kode: str, tahun: int | None = None) -> ProposalPage:
    """Proposals for a unit, by default of its newest year; raises NotFound."""
    return graph.reading(lambda tx: read_proposals(tx, kode, tahun))


def read_proposals(tx: Tx, kode: str, tahun: int | None) -> ProposalPage:
    """`proposals` inside a transaction; four queries."""
    found = tx.run("nomenclature/unit", kode=kode, tahun=tahun)
    if not found or (found[0]["dokumen"] is None and tahun is not None):
        raise NotFound(
            f"Tidak ada perangkat daerah {kode!r}" + (f" dengan dokumen tahun {tahun}." if tahun else "."),
            "Lihat daftar perangkat daerah di halaman mulai.",
        )
    row = found[0]
    said = decisions(one for one in row["keputusan"])
    steps = live.ladder_of(tx, row["jenis"] or "")
    lines = _lines(tx, row, steps, said) if row["entri"] else _unmatched(row, said)
    return ProposalPage(
        unit=UnitRef(**row["unit"]),
        tahun=row["tahun"] or 0,
        dokumen=row["dokumen"] or "",
        entri=row["entri"],
        sumber=row["sumber"] or "",
        baris=lines,
        usul=sum(one.usul is not None for one in lines),
        yakin=sum(_is_sure(one) for one in lines),
        ada=sum(bool(one.ada) for one in lines),
        batas_yakin=SURE,
        versi_pohon=row["urut_pohon"],
        revisi=row["revisi"],
    )
