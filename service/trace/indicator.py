"""The lineage of an indicator: every kinerja it measures, ordered by level, with the ways up; and who else uses it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from service.errors import NotFound
from service.facts import Ref, UnitRef
from service.graph import Graph, Tx
from service.trace.answers import MAX_MEASURED, IndicatorLineage, OtherUse, Trace
from service.trace.gone import SEARCH
from service.trace.up import NO_UNIT, trace_of

MAX_WAYS_EACH = 10
MAX_OTHERS = 100


def indicator_lineage(graph: Graph, indikator_id: str) -> IndicatorLineage:
    """What an indicator measures and where that leads; raises NotFound."""
    return graph.reading(lambda tx: read_indicator_lineage(tx, indikator_id))


def read_indicator_lineage(tx: Tx, indikator_id: str) -> IndicatorLineage:
    """`indicator_lineage` inside a transaction."""
    found = tx.run("trace/indicator", id=indikator_id, kinerja=MAX_MEASURED, batas=MAX_WAYS_EACH + 1)
    if not found:
        raise NotFound(f"Tidak ada indikator {indikator_id!r}.", SEARCH)
    row = found[0]
    return IndicatorLineage(
        id=row["id"],
        nama=row["nama"],
        unit=_unit(row),
        tahun=row["tahun"] or 0,
        mengukur=tuple(_traces(row["jalan"])),
        unit_lain=tuple(sorted((_other(use) for use in row["lain"][:MAX_OTHERS]), key=_by_unit)),
        terpotong=row["diukur"] > MAX_MEASURED or len(row["lain"]) > MAX_OTHERS,
    )


def _traces(ways: list[dict[str, Any]]) -> list[Trace]:
    """One trace per start; the query gives the starts in order of level."""
    made = []
    for start, rows in groupby(ways, key=lambda way: str(way["langkah"][0][0])):
        several = list(rows)
        made.append(trace_of(start, several[:MAX_WAYS_EACH], terpotong=len(several) > MAX_WAYS_EACH))
    return made


def _other(use: Mapping[str, Any]) -> OtherUse:
    measured = sorted(use["kinerja"], key=lambda k: (k[2] or 0, k[1]))
    refs = tuple(Ref(key, text) for key, text, _ in measured)
    return OtherUse(_unit(use), use["tahun"] or 0, Ref(use["id"], use["nama"]), refs)


def _unit(row: Mapping[str, Any]) -> UnitRef:
    return UnitRef(**row["unit"]) if row["unit"] else NO_UNIT


def _by_unit(use: OtherUse) -> tuple[str, int, str]:
    return use.unit.nama, -use.tahun, use.indikator.id
