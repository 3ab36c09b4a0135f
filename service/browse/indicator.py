"""One indicator: which rows state it, which kinerja it measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from service.boxes import box, issue, ladder_of, source_rows
from service.browse.answers import IndicatorPage, Use
from service.browse.stating import states_indicator
from service.errors import NotFound
from service.facts import Ref, UnitRef
from service.graph import Graph, Tx
from service.trace.answers import IndicatorLineage
from service.trace.gone import SEARCH
from service.trace.indicator import read_indicator_lineage
from service.trace.up import NO_UNIT


def indicator_page(graph: Graph, indikator_id: str) -> IndicatorPage:
    """Everything about an indicator (its ways up: `trace.indicator_lineage`); raises NotFound."""
    return graph.reading(lambda tx: _page(tx, indikator_id))


def indicator_with_lineage(graph: Graph, indikator_id: str) -> tuple[IndicatorPage, IndicatorLineage]:
    """The same with its ways up, from one state of the graph; raises NotFound."""
    return graph.reading(lambda tx: (_page(tx, indikator_id), read_indicator_lineage(tx, indikator_id)))


def _page(tx: Tx, indikator_id: str) -> IndicatorPage:
    found = tx.run("browse/indicator", id=indikator_id)
    if not found:
        raise NotFound(f"Tidak ada indikator {indikator_id!r}.", SEARCH)
    row = found[0]
    ladder = ladder_of(row["mengukur"])
    rows = source_rows([one[:5] for one in row["bukti"] if states_indicator(one[5], row["nama"])])
    stated = {one.id for one in rows}
    return IndicatorPage(
        id=row["id"],
        nama=row["nama"],
        nama_baku=row["nama_baku"] or "",
        tahun=row["tahun"] or 0,
        unit=UnitRef(**row["unit"]) if row["unit"] else NO_UNIT,
        mengukur=tuple(box(one, ladder) for one in row["mengukur"]),
        baris=rows,
        isu=tuple(issue(one) for one in row["isu"] if stated.intersection(one["baris"])),
        revisi=row["revisi"],
        satuan=row["satuan"] or "",
        contoh=row["contoh"],
        pemakaian=_uses(row["pemakaian"]),
    )


def _uses(rows: Sequence[Sequence[Any]]) -> tuple[Use, ...]:
    """Beside each kinerja; none at all where the document says neither target nor baseline."""
    made = tuple(Use(Ref(key, text), target or "", baseline or "") for key, text, target, baseline in rows)
    return made if any(use.target or use.baseline for use in made) else ()
