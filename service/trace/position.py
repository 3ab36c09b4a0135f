"""What a position is answerable for, and what that serves: its kinerja with the main way of each to the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.boxes import box, ladder_of
from service.errors import NotFound
from service.facts import Ref, UnitRef
from service.graph import Graph, Tx
from service.trace.answers import MAX_DUTIES, Duty, PositionLineage
from service.trace.gone import SEARCH
from service.trace.up import NO_UNIT


def position_lineage(graph: Graph, kode: str) -> PositionLineage:
    """All that is assigned to a position; raises NotFound."""
    return graph.reading(lambda tx: _lineage(tx, kode))


def _lineage(tx: Tx, kode: str) -> PositionLineage:
    found = tx.run("trace/position", kode=kode, batas=MAX_DUTIES)
    if not found:
        raise NotFound(f"Tidak ada jabatan {kode!r}.", SEARCH)
    row = found[0]
    ladder = ladder_of(row["tugas"])
    duties = tuple(_duty(duty, kode, ladder) for duty in row["tugas"])
    served = dict.fromkeys(_outcome(duty) for duty in duties if duty.sampai)
    return PositionLineage(
        kode=row["kode"],
        nama=row["nama"],
        kelas=row["kelas"] or "",
        unit=UnitRef(**row["unit"]) if row["unit"] else NO_UNIT,
        tugas=duties,
        hasil=tuple(served),
        total=row["total"],
        terpotong=row["total"] > MAX_DUTIES,
        revisi=tx.run("meta/revision")[0]["revisi"],
    )


def _duty(row: Mapping[str, Any], kode: str, ladder: int) -> Duty:
    made = box(row, ladder)
    way = row["jalan"] or []
    steps = dict.fromkeys(Ref(key, text) for key, text, _ in way)
    reaches = len(steps) == len(way) and bool(way) and (way[-1][2] or 0) <= 1
    others = tuple(owner for owner in made.jabatan if owner.kode != kode)
    return Duty(made, tuple(steps)[1:], reaches, others)


def _outcome(duty: Duty) -> Ref:
    """The end of its way; a duty that is an outcome itself has no steps above."""
    return duty.jalan[-1] if duty.jalan else Ref(duty.kinerja.id, duty.kinerja.uraian)
