"""What a person can choose from: positions of the unit, its indicators, former or living statements much alike.

In: the id of a kinerja. Out: its head and the choices, from one state of the graph, for the forms of a decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service import log
from service.bahasa.spelling import nearness
from service.boxes import decisions, indicators, positions
from service.facts import Decided, PositionRef, Ref, UnitRef
from service.fold.decided import in_force
from service.graph import Graph, Tx
from service.levels import colour, short
from service.trace.gone import no_such_kinerja

MOST_ALIKE = 30
"""Statements to choose from; what is less alike than thirty others is not the same."""


@dataclass(frozen=True, slots=True)
class Head:
    """The kinerja that a form is about."""

    id: str
    uraian: str
    hidup: bool
    """False: no current document states it any more."""
    tingkat: str
    singkat: str
    warna: int
    unit: UnitRef
    tahun: int
    dokumen: str
    versi_subjek: int
    """What the form must carry."""
    revisi: int


@dataclass(frozen=True, slots=True)
class Owners:
    """The form about positions."""

    kinerja: Head
    milik: tuple[PositionRef, ...]
    lain: tuple[PositionRef, ...]
    """Other positions of the unit, by name."""
    diputuskan: Mapping[str, Decided]
    """Kode -> the decision in force that assigned it."""
    ditarik: tuple[Decided, ...]
    """Decisions in force that took one away."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An indicator of a kinerja, and what else it measures."""

    id: str
    nama: str
    lain: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """The form about indicators."""

    kinerja: Head
    milik: tuple[Shared, ...]
    lain: tuple[Ref, ...]
    """Other indicators of the unit and year, by name."""
    diputuskan: tuple[Decided, ...]
    """Decisions in force about its indicators."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement that may be the same."""

    id: str
    uraian: str
    kemiripan: float
    """0 to 1."""
    versi_subjek: int
    """What a form must carry that matches the rows of the living one of the two."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The form that matches a living statement to a former one; from either of the two."""

    kinerja: Head
    calon: tuple[Alike, ...]
    """Former ones for a living kinerja, living ones for a former; most alike first."""
    total: int


def owners_offer(graph: Graph, key: str) -> Owners:
    """Owners of a living kinerja; raises NotFound."""

    def work(tx: Tx) -> Owners:
        head = _head(tx, key)
        row = _one(tx.run("decide/owners", id=key), tx, key)
        mine = positions(row["milik"])
        kodes = {one.kode for one in mine}
        others = sorted((PositionRef(k, n) for k, n in row["semua"] if k not in kodes), key=lambda p: p.nama)
        holding = [one for one in decisions(row["putusan"]) if one.berlaku and not one.membatalkan]
        assigned = {one.isi["jabatan"]: one for one in holding if one.isi["aksi"] == "tugaskan"}
        taken = tuple(one for one in holding if one.isi["aksi"] == "tarik")
        return Owners(head, mine, tuple(others), assigned, taken)

    return graph.reading(work)


def measures_offer(graph: Graph, key: str) -> Measures:
    """Indicators of a living kinerja; raises NotFound."""

    def work(tx: Tx) -> Measures:
        head = _head(tx, key)
        row = _one(tx.run("decide/measures", id=key), tx, key)
        order = [one.id for one in indicators([[i["id"], i["nama"], i["urutan"]] for i in row["milik"]])]
        mine = {i["id"]: Shared(i["id"], i["nama"], tuple(Ref(*o) for o in i["lain"])) for i in row["milik"]}
        others = sorted((Ref(k, n) for k, n in row["semua"] if k not in mine), key=lambda r: r.teks.casefold())
        holding = tuple(one for one in decisions(row["putusan"]) if one.berlaku and not one.membatalkan)
        return Measures(head, tuple(mine[key] for key in order), tuple(others), holding)

    return graph.reading(work)


def matches_offer(graph: Graph, key: str) -> Matches:
    """Former statements for a living one, or living ones for a former; raises NotFound."""

    def work(tx: Tx) -> Matches:
        head = _head(tx, key)
        entries = log.of_document(tx, head.dokumen)
        matched = {
            d.isi.get("dari", "") for d in in_force(entries) if d.jenis == "padanan" and d.isi["dari"] != d.subjek
        }
        rows = [r for r in tx.run("decide/statements", dokumen=head.dokumen) if r["hidup"] != head.hidup]
        about = max((d.urut for d in entries if d.subjek == head.dokumen), default=0)
        free = [row for row in rows if row["id"] not in matched]
        found = sorted((_alike(row, head, about) for row in free), key=lambda one: (-one.kemiripan, one.id))
        return Matches(head, tuple(found[:MOST_ALIKE]), len(found))

    return graph.reading(work)


def _alike(row: Mapping[str, Any], head: Head, about: int) -> Alike:
    stands = max(row["urut"], about) if row["hidup"] else head.versi_subjek
    return Alike(row["id"], row["uraian"], round(nearness(head.uraian, row["uraian"]), 2), stands)


def _head(tx: Tx, key: str) -> Head:
    row = _one(tx.run("decide/head", id=key), tx, key)
    tingkat, urut = row["tingkat"] or "", row["urut_tingkat"]
    return Head(
        id=key,
        uraian=row["uraian"],
        hidup=row["hidup"],
        tingkat=tingkat,
        singkat=short(tingkat, urut),
        warna=colour(tingkat, urut, row["jenjang"]),
        unit=UnitRef(**row["unit"]),
        tahun=row["tahun"],
        dokumen=row["dokumen"],
        versi_subjek=row["urut"],
        revisi=row["revisi"],
    )


def _one(rows: Sequence[Mapping[str, Any]], tx: Tx, key: str) -> Mapping[str, Any]:
    if not rows:
        raise no_such_kinerja(tx, key)
    return rows[0]
