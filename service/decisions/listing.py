"""The log as people read it: newest first, by unit or by subject, in pages.

In: what to list. Out: a `DecisionPage`; every entry says whether it is in force, and what it is about in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service import log
from service.facts import Decided, Paging
from service.fold.decided import in_force, standing
from service.fold.pair_keys import BODY, BOTH
from service.graph import Graph, Tx
from service.model import Decision
from service.said import NAMED, WHAT, value

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """One entry with what it is about."""

    keputusan: Decided
    subjek_jenis: str
    """Kinerja | KinerjaLama | Dokumen"""
    subjek_teks: str
    """Statement, or title of the document."""
    skpd: str
    """Kode of the unit."""
    skpd_nama: str
    tahun: int
    dokumen: str
    """Id of the document of the unit and year."""
    kalimat: Mapping[str, str]
    """Id of a kinerja that the entry names (`induk`, `dari`) -> its statement."""
    apa: str = ""
    """What it changes: `Tingkat kinerja`."""
    teks: str = ""
    """What is decided, in words."""
    versi_subjek: int = 0
    """What a form that undoes it must carry; 0: it carries nothing, an entry about a pair cannot change under it."""
    penulis: str = ""
    """Kode of the unit for which one must write to undo it; empty: only who writes for all."""
    dengan: str = ""
    """The other end of a crosscutting pair, as its address spells it."""


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One page of the log."""

    isi: tuple[ListedDecision, ...]
    """Newest first."""
    paging: Paging


def list_decisions(
    graph: Graph,
    subjek: str = "",
    unit: str = "",
    tahun: int | None = None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> DecisionPage:
    """Entries about `subjek` (id of a kinerja or document), of a unit (kode) and year; empty: of all."""
    wanted: dict[str, Any] = {"subjek": subjek, "unit": unit, "tahun": tahun}

    def work(tx: Tx) -> DecisionPage:
        total = tx.run("decide/count", **wanted)[0]["jumlah"]
        rows = tx.run("decide/list", **wanted, lewati=(halaman - 1) * per_halaman, batas=per_halaman)
        named = _named(tx, rows)
        return DecisionPage(tuple(_listed(row, named) for row in rows), Paging(halaman, per_halaman, total))

    return graph.reading(work)


def _named(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    entries = (log.from_properties(row["keputusan"]) for row in rows)
    ids = {entry.isi[key] for entry in entries for key in NAMED if entry.isi.get(key)}
    return {row["id"]: row["uraian"] for row in tx.run("decide/names", id=sorted(ids))} if ids else {}


def _listed(row: Mapping[str, Any], named: Mapping[str, str]) -> ListedDecision:
    decision = log.from_properties(row["keputusan"])
    siblings = [log.from_properties(other) for other in row["sesubjek"]]
    names = ("subjek_jenis", "subjek_teks", "skpd", "skpd_nama", "tahun", "dokumen")
    said = {key: named[key] for key in decision.isi.values() if key in named}
    return ListedDecision(
        _decided(decision, siblings),
        **{name: row[name] for name in names},
        kalimat=said,
        apa=WHAT.get(decision.jenis, decision.jenis).removesuffix(" kinerja").capitalize(),
        teks=value(decision, named) if decision.jenis in WHAT else "",
        **(_of_pair(decision, row["skpd"]) if decision.jenis == "silang" else _of_unit(row, siblings)),
    )


def _of_unit(row: Mapping[str, Any], siblings: Sequence[Decision]) -> dict[str, Any]:
    return {"versi_subjek": max(row["urut_dokumen"], *(d.urut for d in siblings)), "penulis": row["skpd"]}


def _of_pair(decision: Decision, skpd: str) -> dict[str, Any]:
    """Whose word it was takes it back; what an outside body answered, the unit that wrote it down."""
    pihak = decision.isi["pihak"]
    writer = skpd if pihak.startswith(BODY) else "" if pihak == BOTH else pihak
    return {"penulis": writer, "dengan": decision.isi["dengan"]}


def _decided(decision: Decision, siblings: Sequence[Decision]) -> Decided:
    """In force: standing, and of those that say something the last on its slot."""
    holds = decision in (standing(siblings) if decision.membatalkan else in_force(siblings))
    return Decided(
        id=decision.id,
        urut=decision.urut,
        jenis=decision.jenis,
        subjek=decision.subjek,
        isi=dict(decision.isi),
        oleh=decision.oleh,
        pada=decision.pada,
        alasan=decision.alasan,
        membatalkan=decision.membatalkan,
        berlaku=holds,
    )
