"""What the detector is given, read from the graph: every kinerja of each government and year, and the names around it.

In: an open read transaction. Out: a `Gathered`: one `Group` for each government and year (nothing is ever compared
beyond it), the names of the national nomenclature as background, and a digest that changes when any of it does.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.bahasa.codes import canonical
from service.crosscut.statement import Condition
from service.graph import Tx


@dataclass(frozen=True, slots=True)
class Group:
    """What is compared with each other."""

    pemda: str
    tahun: int
    kondisi: tuple[Condition, ...]
    """By id."""
    unit: Mapping[str, tuple[str, ...]]
    """Kode of every unit of the government -> its names."""
    disebut: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Id of a kinerja -> (partner as its document prints it, `skpd:<kode>` or `mitra:<kode>`)."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that overlaps are detected from, as of one moment."""

    revisi: int
    kelompok: tuple[Group, ...]
    nama_resmi: tuple[str, ...]
    """Names of the national nomenclature; empty: none was loaded."""
    sidik: Mapping[str, str]
    """Id of a kinerja -> `sidik_makna`: a decided pair may be asked again when it is another one."""
    digest: str

    @property
    def kondisi(self) -> int:
        """How many kinerja."""
        return sum(len(group.kondisi) for group in self.kelompok)


def gather(tx: Tx) -> Gathered:
    """All of it; four queries, whatever the size."""
    revisi = tx.run("meta/revision")[0]["revisi"]
    names = _names(tx.run("load/units"))
    by_scope: dict[tuple[str, int], list[Condition]] = defaultdict(list)
    digests: dict[str, str] = {}
    named: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in tx.each("crosscut/conditions"):
        digests[row["id"]] = row["sidik_makna"] or ""
        if row["sebutan"]:
            named[row["id"]] = tuple((name, node) for _, name, node in row["sebutan"])
        by_scope[row["pemda"], row["tahun"]].append(condition(row))
    groups = tuple(
        _group(pemda, tahun, found, names[pemda], named) for (pemda, tahun), found in sorted(by_scope.items())
    )
    official = tuple(sorted(row["nama"] for row in tx.run("crosscut/official_names")))
    return Gathered(revisi, groups, official, digests, _digest(groups, official))


def _group(
    pemda: str,
    tahun: int,
    found: Iterable[Condition],
    unit: Mapping[str, tuple[str, ...]],
    named: Mapping[str, tuple[tuple[str, str], ...]],
) -> Group:
    own = tuple(sorted(found, key=lambda one: one.id))
    return Group(pemda, tahun, own, unit, {one.id: named[one.id] for one in own if one.id in named})


def condition(row: Mapping[str, Any]) -> Condition:
    """A row of `crosscut/conditions`; what has a place in the document comes in that order."""
    return Condition(
        id=row["id"],
        unit=row["unit"],
        jenis_unit=row["jenis_unit"] or "",
        pemda=row["pemda"],
        tahun=row["tahun"],
        uraian=row["uraian"] or "",
        indikator=_in_place(row["indikator"]),
        induk=tuple(key for _, key in sorted(row["induk"], key=lambda one: (not one[0], one[1]))),
        tingkat=row["tingkat"] or "",
        kode=_most_exact(row["kode"]),
        sebutan=_in_place(row["sebutan"]),
    )


def _in_place(found: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    return tuple(str(one[1]) for one in sorted(found, key=lambda one: (one[0] or 0, one[1])))


def _most_exact(codes: Iterable[str]) -> str:
    """The longest national code; a component with a key of our own has none."""
    national = [code for code in codes if canonical(code) == code]
    return min(national, key=lambda code: (-len(code), code), default="")


def _names(units: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Kode of a government -> kode of its units -> their names, the own one first."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for unit in units:
        names = dict.fromkeys((unit["nama"] or unit["kode"], *unit["alias"]))
        found[unit["pemda_kode"] or ""][unit["kode"]] = tuple(names)
    return found


def _digest(groups: Sequence[Group], official: Sequence[str]) -> str:
    whole = hashlib.sha256()
    for group in groups:
        whole.update(repr((group.pemda, group.tahun, sorted(group.unit.items()))).encode())
        for one in group.kondisi:
            whole.update(repr(one).encode())
    for name in official:
        whole.update(name.encode())
    return whole.hexdigest()[:16]
