"""What is no overlap between units: one thing said twice within a unit, and official sentences that many units share.

In: a government, a year, perhaps a unit. Out: `RepeatPage` (exact, within a unit: a question to that unit) and
`TwinPage` (folded, so that nothing is hidden silently; never ranked). Both are plain Cypher over the digests of the
wordings, the measures and the codes that the graph has anyway.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from service.crosscut.lists.structural import templates
from service.crosscut.scope import Scope, read_scopes
from service.crosscut.statement import RepeatKind, TwinKind
from service.facts import Paging, Ref, UnitRef
from service.graph import Graph, Tx
from service.levels import short

PER_PAGE = 50
MEMBERS = 200

TwinWanted = Literal["", "kembar templat", "sekretariat"]
TWINS = get_args(TwinWanted)


@dataclass(frozen=True, slots=True)
class Repeated:
    """One of the kinerja that say the same."""

    kinerja: Ref
    tingkat: str
    singkat: str
    mendukung: bool
    """It supports another one of them: cause and effect are measured alike."""


@dataclass(frozen=True, slots=True)
class RepeatGroup:
    """One indicator or one statement twice or more within a unit."""

    apa: RepeatKind
    teks: str
    unit: UnitRef
    kinerja: tuple[Repeated, ...]


@dataclass(frozen=True, slots=True)
class RepeatPage:
    """One page of repetitions, unit by unit."""

    isi: tuple[RepeatGroup, ...]
    paging: Paging
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class TwinMember:
    """One kinerja with the sentence."""

    id: str
    unit: UnitRef


@dataclass(frozen=True, slots=True)
class TwinGroup:
    """One official sentence in several units."""

    jenis: TwinKind
    uraian: str
    jenis_unit: tuple[str, ...]
    """Kinds of the units."""
    unit: int
    """How many units."""
    anggota: tuple[TwinMember, ...]


@dataclass(frozen=True, slots=True)
class TwinPage:
    """One page of twins, those with the most units first."""

    isi: tuple[TwinGroup, ...]
    paging: Paging
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]


def repeats(
    graph: Graph,
    unit: str = "",
    pemda: str = "",
    tahun: int | None = None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> RepeatPage:
    """Page `halaman` (1, 2, …); `unit`: only its own. Raises NotFound for an unknown scope."""
    return graph.reading(lambda tx: read_repeats(tx, unit, pemda, tahun, halaman, per_halaman))


def read_repeats(
    tx: Tx, unit: str, pemda: str, tahun: int | None, halaman: int = 1, per_halaman: int = PER_PAGE
) -> RepeatPage:
    """`repeats` inside a transaction."""
    scopes = read_scopes(tx, unit, pemda, tahun)
    at: dict[str, Any] = {"pemda": scopes.ini.pemda, "tahun": scopes.ini.tahun, "unit": unit}
    skip = (halaman - 1) * per_halaman
    row = tx.run("crosscut/repeats", lewati=skip, banyak=per_halaman, **at)[0]
    found = tuple(_repeat(one) for one in row["isi"])
    return RepeatPage(found, Paging(halaman, per_halaman, row["total"]), scopes.ini, scopes.lain)


def twins(
    graph: Graph,
    unit: str = "",
    macam: TwinWanted = "",
    pemda: str = "",
    tahun: int | None = None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> TwinPage:
    """Page `halaman` (1, 2, …); `unit`: only groups that it belongs to. Raises NotFound for an unknown scope."""
    return graph.reading(lambda tx: read_twins(tx, unit, macam, pemda, tahun, halaman, per_halaman))


def read_twins(
    tx: Tx,
    unit: str,
    macam: TwinWanted,
    pemda: str,
    tahun: int | None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> TwinPage:
    """`twins` inside a transaction."""
    scopes = read_scopes(tx, unit, pemda, tahun)
    row = tx.run(
        "crosscut/twins",
        pemda=scopes.ini.pemda,
        tahun=scopes.ini.tahun,
        unit=unit,
        macam=macam,
        lewati=(halaman - 1) * per_halaman,
        banyak=per_halaman,
        anggota=MEMBERS,
        **templates(),
    )[0]
    found = tuple(_twin(one) for one in row["isi"])
    return TwinPage(found, Paging(halaman, per_halaman, row["total"]), scopes.ini, scopes.lain)


def _repeat(row: Mapping[str, Any]) -> RepeatGroup:
    said = tuple(
        Repeated(Ref(key, uraian), tingkat or "", short(tingkat or "", urut or 0), supports)
        for key, uraian, tingkat, urut, supports in row["kinerja"]
    )
    return RepeatGroup(row["apa"], row["teks"] or "", UnitRef(*row["unit"]), said)


def _twin(row: Mapping[str, Any]) -> TwinGroup:
    members = tuple(TwinMember(key, UnitRef(kode, nama)) for key, kode, nama in row["anggota"])
    return TwinGroup(row["jenis"], row["uraian"], tuple(sorted(row["jenis_unit"])), row["unit"], members)
