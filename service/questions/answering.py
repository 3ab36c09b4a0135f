"""The answer to a question: its rows as they come, from the live graph, in one reading transaction with limits.

In: a question and what a person asked for. Out: the parts of an answer as the console has them (`console.parts`), so
that pages, files and commands read both alike: `Head`, any number of `Rows`, `End`. Rows are held chunk by chunk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from time import perf_counter
from typing import Any

from service import cells
from service.console.parts import End, Head, Part, Rows
from service.console.statement import Limits
from service.graph import Graph
from service.questions.heads import ROWS, Question
from service.questions.settling import Asked, settle

FIRST, CHUNK = 20, 500
"""Rows of the first piece, which a person waits for, and of the others."""


def answer(graph: Graph, question: Question, asked: Asked, limits: Limits | None = None) -> Iterator[Part]:
    """Head, rows, end. Instead of the first piece it raises Invalid (with fields) for a wrong value, NotFound when the
    graph has nothing to choose from, and at any time KinerjaError when it took too long. Closing it ends
    the transaction."""
    limits = limits or Limits()
    began = perf_counter()
    with graph.open_reading(limits.detik) as tx:
        values = settle(tx, question, asked).of(question)
        revision = int(tx.run("meta/revision")[0]["revisi"])
        # one row more than wanted shows that there are more
        records = tx.each(f"questions/{question.nama}", **values, **{ROWS: limits.baris + 1})
        first = next(records, None)  # the head comes with it: a question that fails has shown nothing
        to_first = None if first is None else _since(began)
        yield Head(
            list(question.kolom),
            revision,
            datetime.now().astimezone().isoformat("T", "seconds"),
            terkini=True,
            pemberitahuan=[],
        )
        yield from _rows(chain(() if first is None else (first,), records), limits, began, to_first)


def _rows(records: Iterable[Mapping[str, Any]], limits: Limits, began: float, to_first: float | None) -> Iterator[Part]:
    chunk: list[str] = []
    told, size, cut, wanted = 0, 0, 0, FIRST
    reason: str | None = None
    for record in records:
        row, shorter = cells.row(record.values(), limits.sel)
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        size += len(line.encode())
        reason = "baris" if told >= limits.baris else "bita" if size > limits.bita else None
        if reason:
            break
        chunk.append(line)
        told, cut = told + 1, cut + shorter
        if len(chunk) >= wanted:
            yield Rows(f"[{','.join(chunk)}]")
            chunk, wanted = [], CHUNK
    if chunk:
        yield Rows(f"[{','.join(chunk)}]")
    yield End(told, reason, cut, _since(began), to_first)


def _since(began: float) -> float:
    return round((perf_counter() - began) * 1000, 1)
