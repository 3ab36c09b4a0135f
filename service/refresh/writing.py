"""What a refresh found, written: derived edges, some thousands a transaction, and on which revision they were found.

In: pairs that go, edges that are new or say something else. Out: the graph showing them; writers come in between two
transactions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from service.fold.pair_keys import BODY, UNIT
from service.graph import Graph
from service.log import now
from service.refresh.candidates import Body, Edge

AT_ONCE = 4_000
"""Edges of one transaction; other writers wait for it, half a second."""

WRITERS = {UNIT: "crosscut/write_units_named", BODY: "crosscut/write_bodies_named", "": "crosscut/write_candidates"}
"""How the other end's key begins -> the query that writes the edge; the last one fits every id."""

T = TypeVar("T")
Row = dict[str, Any]


def write(graph: Graph, bodies: Iterable[Body], gone: list[Row], fresh: Iterable[Edge]) -> None:
    """Bodies first, since edges lead to them; those that nothing leads to any more last."""
    made = [{"kode": body.kode, "nama": body.nama, "jenis": body.jenis} for body in bodies]
    graph.deriving(lambda tx: tx.run("crosscut/write_bodies", badan=made))
    for name, rows in _batches(gone, fresh):
        _derive(graph, name, rows)
    graph.deriving(lambda tx: tx.run("crosscut/sweep_bodies"))


def remember(graph: Graph, revisi: int, digest: str, counts: Mapping[str, Any]) -> None:
    """The edges that stand are those of this revision."""
    told: dict[str, Any] = {"revisi": revisi, "sidik": digest, "pada": now(), "jumlah": json.dumps(counts)}
    graph.deriving(lambda tx: tx.run("crosscut/set_state", **told))


def _derive(graph: Graph, name: str, rows: list[Row]) -> None:
    graph.deriving(lambda tx: tx.run(name, pasangan=rows))


def _batches(gone: list[Row], fresh: Iterable[Edge]) -> Iterator[tuple[str, list[Row]]]:
    """(query, its rows), a transaction each."""
    waiting: dict[str, list[Edge]] = {begins: [] for begins in WRITERS}
    for edge in fresh:
        waiting[next(begins for begins in WRITERS if edge.b.startswith(begins))].append(edge)
    yield from (("crosscut/drop_candidates", some) for some in _parts(gone))
    for begins, edges in waiting.items():
        yield from ((WRITERS[begins], [_row(edge, begins) for edge in some]) for some in _parts(edges))


def _row(edge: Edge, begins: str) -> Row:
    return {"a": edge.a, "b": edge.b.removeprefix(begins), "isi": {**edge.isi, "sidik": edge.sidik}}


def _parts(whole: list[T]) -> Iterator[list[T]]:
    return (whole[at : at + AT_ONCE] for at in range(0, len(whole), AT_ONCE))
