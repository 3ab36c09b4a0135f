"""What a unit's statements may be in the nomenclature, beside what was decided of it: the page of proposals.

In: a unit and a year. Out: a `ProposalPage`. Nothing is matched silently: a proposal counts only once a person accepts
it (a decision of kind `komponen`); one that was refused is not proposed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service import live
from service.bahasa.terms import component_type
from service.boxes import decisions
from service.errors import NotFound
from service.facts import Decided, Ref, UnitRef
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


def _lines(tx: Tx, row: Mapping[str, Any], steps: Sequence[Step], said: Sequence[Decided]) -> tuple[Proposal, ...]:
    whole = sorted(row["kinerja"], key=lambda k: k["urut_tingkat"] or 0)  # parents before children
    statements = [Statement(k["id"], k["uraian"], _wanted(k, steps), k["induk"] or "") for k in whole]
    texts = [{"id": one.id, "kata": look_for(one.uraian)} for one in statements]
    asked = tx.run("nomenclature/candidates", teks=texts, banyak=CANDIDATES)
    found = {one["id"]: [Found(*entry) for entry in one["calon"]] for one in asked}
    refused = {(one.subjek, one.isi.get("komponen")) for one in said if one.berlaku and one.isi.get("aksi") == "tolak"}
    left = {key: [e for e in entries if (key, e.kode) not in refused] for key, entries in found.items()}
    told = guesses(statements, left)
    codes = {k["id"]: _code_of(k, told) for k in whole}
    ladder = max((k["urut_tingkat"] or 0 for k in whole), default=0)
    above = {k["id"]: k["induk"] or "" for k in whole}
    return tuple(_line(k, told, codes, above, said, ladder) for k in row["kinerja"])


def _wanted(kinerja: Mapping[str, Any], steps: Sequence[Step]) -> str:
    """Kind of component that a kinerja asks for: as the document says, else as the ladder of its kind of unit says."""
    step = step_of(kinerja["tingkat"] or "", steps)
    said = (kinerja["komponen"] or "", step.komponen if step else "")
    return next((kind for text in said if (kind := component_type(text)) in KINDS), "")


def _code_of(kinerja: Mapping[str, Any], told: Mapping[str, Sequence[Guess]]) -> str:
    """The code that a kinerja has, or may have."""
    if kinerja["rencana"]:
        return str(min(kinerja["rencana"])[0])
    return next((guess.kode for guess in told.get(kinerja["id"], ())), "")


def _line(
    k: Mapping[str, Any],
    told: Mapping[str, Sequence[Guess]],
    codes: Mapping[str, str],
    above: Mapping[str, str],
    said: Sequence[Decided],
    ladder: int,
) -> Proposal:
    own = [one for one in said if one.subjek == k["id"] and one.berlaku and not one.membatalkan]
    known = tuple(_known(plan, own) for plan in sorted(k["rencana"]))
    open_ = () if known else told.get(k["id"], ())
    upper = _upper(k["id"], codes, above)
    code = codes.get(k["id"], "")
    return Proposal(
        kinerja=Ref(k["id"], k["uraian"]),
        tingkat=k["tingkat"] or "",
        singkat=short(k["tingkat"] or "", k["urut_tingkat"] or 0),
        warna=colour(k["tingkat"] or "", k["urut_tingkat"] or 0, ladder),
        ada=known,
        usul=open_[0] if open_ else None,
        lain=tuple(open_[1:]),
        ditolak=tuple(one for one in own if one.isi.get("aksi") == "tolak"),
        salah_cabang=upper if wrong_branch(code, upper) else "",
    )


def _known(plan: Sequence[str], own: Sequence[Decided]) -> Known:
    kode, nama, asal = plan
    return Known(kode, nama, asal, next((one for one in own if one.isi.get("komponen") == kode), None))


def _upper(key: str, codes: Mapping[str, str], above: Mapping[str, str]) -> str:
    """Code of the nearest kinerja above that has or may have one."""
    seen = {key}
    at = above.get(key, "")
    while at and at not in seen:
        if codes.get(at):
            return codes[at]
        seen.add(at)
        at = above.get(at, "")
    return ""


def _unmatched(row: Mapping[str, Any], said: Sequence[Decided]) -> tuple[Proposal, ...]:
    """Without a nomenclature: what documents and people said all the same."""
    ladder = max((k["urut_tingkat"] or 0 for k in row["kinerja"]), default=0)
    return tuple(_line(k, {}, {}, {}, said, ladder) for k in row["kinerja"] if k["rencana"])


def _is_sure(one: Proposal) -> bool:
    return one.usul is not None and one.usul.kemiripan >= SURE and not one.salah_cabang
