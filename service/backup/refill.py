"""The lines of an archive written into an empty graph: nodes first, then what ties them.

In: an archive, a graph with its schema. Out: the same content there; the digest says so. The server's own name of
every node is remembered while the relationships are written (0.3 kB a node), so that no index is needed for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from service.errors import BackupRefused
from service.graph import Graph

AT_ONCE = 5_000
"""Rows of one transaction."""

Row = dict[str, Any]


class Lined(Protocol):
    """An archive, or whatever else has lines like one."""

    def lines(self) -> Iterator[str | bytes]:
        """Nodes and relationships as JSON, those of content sorted."""


def clear(graph: Graph) -> None:
    """Take all content away, a piece at a time."""
    while graph.uncounted("backup/clear", paling=AT_ONCE)[0]["jumlah"]:
        pass


def refill(graph: Graph, archive: Lined, step: Callable[[int], None] = lambda _: None) -> None:
    """Write everything; `step` is told how many lines were written. Raises BackupRefused for a relationship that hangs
    in the air, which no archive of ours has."""
    names: dict[str, str] = {}
    for rows in _batches(archive, "labels"):
        written = graph.uncounted("backup/write_nodes", isi=rows)
        names |= {row["kunci"]: row["simpul"] for row in written}
        step(len(rows))
    for rows in _batches(archive, "jenis"):
        tied = [_tied(row, names) for row in rows]
        graph.uncounted("backup/write_relationships", isi=tied)
        step(len(rows))


def _batches(archive: Lined, kind: str) -> Iterator[list[Row]]:
    """The rows that have `kind` among their names: nodes have labels, relationships a type."""
    waiting: list[Row] = []
    for line in archive.lines():
        row = json.loads(line)
        if kind in row:
            waiting.append(row)
        if len(waiting) == AT_ONCE:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _tied(row: Row, names: dict[str, str]) -> Row:
    try:
        return row | {"dari": names[row["dari"]], "ke": names[row["ke"]]}
    except KeyError as lost:
        raise BackupRefused(
            f"Cadangan ini tidak utuh: hubungan {row['jenis']} menunjuk {lost.args[0]}, yang tidak ada di dalamnya.",
            "Pakai cadangan lain.",
        ) from None
