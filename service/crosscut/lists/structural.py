"""What units share by the structure of the graph, no word of a text compared: measure, code, named body, higher goal.

In: a kind of structure, a government, a year, perhaps a unit. Out: a `StructuralPage` of groups, those with the most
units first. Each kind is one Cypher query. Territories of one kind count as one unit, for they follow one template;
what every secretariat does counts for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from service.crosscut.detect.gates import TERRITORY
from service.crosscut.glossary import shipped
from service.crosscut.scope import Scope, read_scopes
from service.facts import Paging, Ref, UnitRef
from service.graph import Graph, Tx
from service.levels import short

Structure = Literal["ukuran", "kode", "badan", "tujuan"]
STRUCTURES = get_args(Structure)

QUERIES: Mapping[Structure, str] = {
    "ukuran": "crosscut/same_measure",
    "kode": "crosscut/same_code",
    "badan": "crosscut/same_body",
    "tujuan": "crosscut/same_goal",
}
WORDS: Mapping[Structure, str] = {
    "ukuran": "indikator yang sama",
    "kode": "kegiatan nomenklatur yang sama",
    "badan": "pihak yang sama-sama disebut",
    "tujuan": "tujuan yang sama",
}
"""How a page calls each kind."""

PER_PAGE = 50
MEMBERS = 200
"""Kinerja of a group that are listed; `jumlah` tells how many there are."""


@dataclass(frozen=True, slots=True)
class Member:
    """One kinerja of a group."""

    kinerja: Ref
    unit: UnitRef
    tingkat: str
    singkat: str
    hal: str
    """What is the same, as it stands at this kinerja: name of the indicator, code and name, name as printed."""


@dataclass(frozen=True, slots=True)
class Structural:
    """Kinerja of several units that share one thing."""

    jenis: Structure
    kunci: str
    nama: str
    unit: int
    """How many units."""
    jumlah: int
    """How many kinerja."""
    anggota: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class StructuralPage:
    """One page of groups, those with the most units first."""

    isi: tuple[Structural, ...]
    paging: Paging
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]


def structural(
    graph: Graph,
    jenis: Structure,
    unit: str = "",
    pemda: str = "",
    tahun: int | None = None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> StructuralPage:
    """Page `halaman` (1, 2, …); `unit`: only groups that it belongs to. Raises NotFound for an unknown scope."""
    return graph.reading(lambda tx: read_structural(tx, jenis, unit, pemda, tahun, halaman, per_halaman))


def read_structural(
    tx: Tx,
    jenis: Structure,
    unit: str,
    pemda: str,
    tahun: int | None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> StructuralPage:
    """`structural` inside a transaction."""
    scopes = read_scopes(tx, unit, pemda, tahun)
    row = tx.run(
        QUERIES[jenis],
        pemda=scopes.ini.pemda,
        tahun=scopes.ini.tahun,
        unit=unit,
        lewati=(halaman - 1) * per_halaman,
        banyak=per_halaman,
        anggota=MEMBERS,
        **templates(),
    )[0]
    found = tuple(_group(jenis, one) for one in row["isi"])
    return StructuralPage(found, Paging(halaman, per_halaman, row["total"]), scopes.ini, scopes.lain)


def templates() -> dict[str, Any]:
    """What the queries take for one template: kinds of territory, and phrases of housekeeping."""
    return {"wilayah": sorted(TERRITORY), "umum": [phrase.casefold() for phrase in shipped().sekretariat]}


def _group(jenis: Structure, row: Mapping[str, Any]) -> Structural:
    return Structural(
        jenis=jenis,
        kunci=row["kunci"],
        nama=row["nama"] or "",
        unit=row["unit"],
        jumlah=row["jumlah"],
        anggota=tuple(_member(one) for one in row["anggota"]),
    )


def _member(found: Sequence[Any]) -> Member:
    key, uraian, tingkat, urut, kode, nama, hal = found
    level = tingkat or ""
    return Member(Ref(key, uraian or ""), UnitRef(kode, nama or kode), level, short(level, urut or 0), hal or "")
