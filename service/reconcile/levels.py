"""One row of the grid per kinerja: what each witness says of its level, where it says so, what is proposed and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service.boxes import decisions, ladder_of, source_row
from service.facts import Ref
from service.levels import colour, short
from service.model import TEMPLATE
from service.reconcile.answers import GridRow, Witness

Row = Mapping[str, Any]

STAGES = (("Tahap 3", 3), ("Tahap 4", 4), ("Tahap 5", 5), ("Komponen", 5))
"""Heading and the stage whose row holds the words: the component stands in the row of stage 5."""
OF_TEMPLATE = (("Templat", TEMPLATE), ("Komponen", TEMPLATE))
"""The same where the document is a template, whose rows say everything at once."""


def grid_rows(nodes: Sequence[Row], document_number: int) -> list[GridRow]:
    """Open conflicts first, then settled ones, then the rest, each in document order."""
    steps = {node["tingkat"]: node["urut_tingkat"] or 0 for node in nodes}
    ladder = ladder_of(nodes)
    rows = [_row(node, steps, ladder, document_number) for node in nodes]
    return sorted(rows, key=lambda row: (not row.terbuka, not row.konflik))


def _row(node: Row, steps: Mapping[str, int], ladder: int, document_number: int) -> GridRow:
    log = decisions(node["putusan"])
    settled = [d for d in log if d.jenis == "tingkat" and d.berlaku and not d.membatalkan]
    tingkat, usul = node["tingkat"] or "", node["tingkat_usul"] or ""
    return GridRow(
        kinerja=Ref(node["id"], node["uraian"] or ""),
        tingkat=tingkat,
        singkat=short(tingkat, steps.get(tingkat, 0)),
        warna=colour(tingkat, steps.get(tingkat, 0), ladder),
        saksi=tuple(_witnesses(node, steps, ladder)),
        usul=usul,
        usul_singkat=short(usul, steps.get(usul, 0)) if usul else "",
        alasan=node["alasan_tingkat"] or "",
        keputusan=settled[-1] if settled else None,
        konflik=bool(node["konflik"]),
        terbuka=bool(node["konflik"]) and not node["diputuskan"],
        versi_subjek=max((document_number, *(d.urut for d in log))),
    )


def _witnesses(node: Row, steps: Mapping[str, int], ladder: int) -> Iterator[Witness]:
    for title, stage, said in _heard(node):
        found = _stating(node["baris"], stage, title)
        tingkat = said or ""
        yield Witness(
            saksi=title,
            tingkat=tingkat,
            singkat=short(tingkat, steps.get(tingkat, 0)) if tingkat else "",
            warna=colour(tingkat, steps.get(tingkat, 0), ladder) if tingkat else 0,
            label=found[_column(title)] or "" if found else "",
            baris=source_row(*found[:5]) if found else None,
            setuju=tingkat == node["tingkat"],
        )


def _heard(node: Row) -> Iterator[tuple[str, int, str | None]]:
    """(heading, stage, level) of each witness."""
    template = [row for row in node["baris"] if row[1] == TEMPLATE]
    if not template:
        yield from ((title, stage, said) for (title, stage), said in zip(STAGES, node["saksi"], strict=True))
        return
    stated = node["tingkat_usul"] if any(row[5] for row in template) else ""
    for (title, stage), said in zip(OF_TEMPLATE, (stated, node["saksi"][-1]), strict=True):
        yield title, stage, said


def _stating(rows: Sequence[Sequence[Any]], stage: int, title: str) -> Sequence[Any] | None:
    """The row of a stage that says something in this column: [id, tahap, urutan, tempat, teks, label, komponen]."""
    of_stage = [row for row in rows if row[1] == stage and row[_column(title)]]
    return min(of_stage, key=lambda row: row[2] or 0) if of_stage else None


def _column(title: str) -> int:
    return 6 if title == "Komponen" else 5
