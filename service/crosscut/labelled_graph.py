"""The units of a labelled set written into an empty graph, the way every import ends (`live/write`), their ids kept.

In: `SetUnits`, as `labelled` read them. Out: kinerja, indicators and the tree between them, ready to be detected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.bahasa.codes import canonical, kind_of
from service.bahasa.wording import key, short_digest, sidik, sidik_makna
from service.crosscut.detect.evaluate import kind_of as kind_of_unit
from service.crosscut.labelled import SetCondition, SetUnit, SetUnits
from service.graph import Graph, Tx
from service.levels import SHORT
from service.live.write import At, write_cascade
from service.model import Cascade, Edge, Indicator, Kinerja, Planned

PEMDA = {"kode": "set-berlabel", "nama": "Set berlabel", "contoh": False}
YEAR = 2000
"""A set says no year; all its units are of one."""


def write_units(graph: Graph, found: SetUnits) -> None:
    """Every unit in a transaction of its own."""
    for unit in found.unit:
        graph.writing(lambda tx, unit=unit: _write_unit(tx, unit))  # type: ignore[misc]


def _write_unit(tx: Tx, unit: SetUnit) -> None:
    skpd = {"kode": unit.kode, "nama": unit.nama, "jenis": kind_of_unit(unit.jenis, unit.nama), "singkatan": unit.kode}
    tx.run("load/write_unit", pemda=PEMDA, skpd=skpd)
    write_cascade(tx, At("", unit.kode, YEAR, ""), (), cascade(unit))


def cascade(unit: SetUnit) -> Cascade:
    """The tree of a unit as a fold would give it."""
    return Cascade(
        kinerja=tuple(_kinerja(one, place) for place, one in enumerate(unit.kondisi, 1)),
        edges=tuple(Edge(one.id, one.induk, "tersurat", "") for one in unit.kondisi if one.induk),
        indikator=tuple(_indicators(unit)),
        assignments=(),
        csf=(),
        dasar=(),
        issues=(),
        komponen=tuple(_planned(unit.kondisi)),
    )


def _kinerja(one: SetCondition, place: int) -> Kinerja:
    level = _level(one)
    return Kinerja(
        id=one.id,
        kode="",
        uraian=one.kondisi,
        tingkat=level,
        tingkat_usul=level,
        alasan_tingkat="",
        diputuskan=False,
        urut_tingkat=list(SHORT).index(level) + 1 if level in SHORT else (one.kedalaman or 0) + 1,
        kedalaman=one.kedalaman or 0,
        kondisi=True,
        komponen="",
        sidik=sidik(one.kondisi),
        sidik_makna=sidik_makna(one.kondisi),
        urutan=place,
        konflik=False,
    )


def _level(one: SetCondition) -> str:
    return (one.jenjang or "").casefold().removeprefix("kinerja ").strip()


def _indicators(unit: SetUnit) -> Iterator[Indicator]:
    """One for each name in the unit, also when two conditions share it."""
    named: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for one in unit.kondisi:
        for name in filter(None, map(str.strip, one.indikator)):
            names.setdefault(key(name), name)
            named.setdefault(key(name), []).append(one.id)
    for same, ids in named.items():
        own = f"I-{unit.kode}-{short_digest(same, 8)}"
        yield Indicator(own, names[same], same, tuple(dict.fromkeys(ids)))


def _planned(conditions: Sequence[SetCondition]) -> Iterator[Planned]:
    for one in conditions:
        if code := canonical(one.kode_nomenklatur or ""):
            yield Planned(one.id, code, code, "tersurat", kind_of(code))
