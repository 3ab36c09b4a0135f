"""Parents that are inferred from row order and wait for a person: confirmed one by one, or a whole branch at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from service.boxes import decisions, link
from service.facts import Link, Ref
from service.reconcile.answers import WaitingParent

Row = Mapping[str, Any]

BRANCH_DEPTH = 2
"""Hops below the outcome at which a branch begins: under the condition of a CSF."""


def waiting_parents(nodes: Sequence[Row], document_number: int) -> tuple[WaitingParent, ...]:
    """Every main link that is inferred, in document order."""
    by_id = {node["id"]: node for node in nodes}
    up = {node["id"]: found for node in nodes if (found := _main_link(node, by_id))}
    below: dict[str, list[str]] = defaultdict(list)
    for edge in up.values():
        below[edge.akibat].append(edge.sebab)
    return tuple(_waiting(by_id, up, below, edge, document_number) for edge in up.values() if edge.asal == "urutan")


def _main_link(node: Row, by_id: Mapping[str, Row]) -> Link | None:
    said = decisions(node["putusan"])
    ups = [link(node["id"], key, edge, said) for key, *edge in node["naik"] if key in by_id]
    return next((edge for edge in ups if edge.utama), None)


def _waiting(
    by_id: Mapping[str, Row],
    up: Mapping[str, Link],
    below: Mapping[str, Sequence[str]],
    edge: Link,
    document_number: int,
) -> WaitingParent:
    node, parent = by_id[edge.sebab], by_id[edge.akibat]
    top = _top(edge.sebab, up)
    return WaitingParent(
        kinerja=Ref(node["id"], node["uraian"] or ""),
        induk=Ref(parent["id"], parent["uraian"] or ""),
        lewat=edge,
        cabang=top,
        cabang_teks=by_id[top]["uraian"] or "",
        di_bawah=tuple(key for key in _all_below(edge.sebab, below) if up[key].asal == "urutan"),
        versi_subjek=max((document_number, *(d["urut"] for d in node["putusan"]))),
    )


def _top(key: str, up: Mapping[str, Link]) -> str:
    """The kinerja BRANCH_DEPTH hops below the outcome on the way up, or `key` itself when it stands higher."""
    way = [key]
    while way[-1] in up and up[way[-1]].akibat not in way:
        way.append(up[way[-1]].akibat)
    return way[max(0, len(way) - 1 - BRANCH_DEPTH)]


def _all_below(key: str, below: Mapping[str, Sequence[str]]) -> list[str]:
    found = [key]
    for one in found:
        found.extend(other for other in below.get(one, ()) if other not in found)
    return found[1:]
