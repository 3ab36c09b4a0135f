"""The answer to a question: its rows as they come, from the live graph, in one reading transaction with limits.

In: a question and what a person asked for. Out: the parts of an answer as the console has them (`console.parts`), so
that pages, files and commands read both alike: `Head`, any number of `Rows`, `End`. Rows are held piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from time import perf_counter

from service.console.parts import End, Head, Part, Rows
from service.console.pieces import Pieces
from service.console.statement import Limits
from service.graph import Graph
from service.questions.heads import ROWS, Question
from service.questions.settling import Asked, settle


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
        pieces = Pieces(limits)
        for piece in pieces.of(row.values() for row in chain(() if first is None else (first,), records)):
            yield Rows(piece)
        yield End(pieces.sent, pieces.reason, pieces.cut, _since(began), to_first)


def _since(began: float) -> float:
    return round((perf_counter() - began) * 1000, 1)
