"""neomodel works inside our own transactions: it borrows the driver and the open transaction, and owns neither.

In: a `Graph` and a piece of work written with neomodel. Out: what the work returns, committed whole or not at all. So a
neomodel write is counted, waits at the write gate, is retried and times out exactly like every other write (its own
`db.transaction` does none of these and, in a new thread, would go to the server's home database).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

from neomodel import db

from service.graph import Graph, Tx

if TYPE_CHECKING:
    import neo4j

T = TypeVar("T")

_lending = Lock()


def reading(graph: Graph, work: Callable[[Tx], T]) -> T:
    """`work` in one READ transaction that neomodel uses too."""
    return graph.reading(lambda tx: _lent(graph, tx, work))


def writing(graph: Graph, work: Callable[[Tx], T]) -> T:
    """`work` in one counted WRITE transaction that neomodel uses too."""
    return graph.writing(lambda tx: _lent(graph, tx, work))


def _lent(graph: Graph, tx: Tx, work: Callable[[Tx], T]) -> T:
    _connect(graph)
    with _borrowed(tx):
        return work(tx)


def _connect(graph: Graph) -> None:
    """neomodel keeps one driver a process; another graph (tests) replaces it. Never `db.close_connection()`:
    that would close our pool."""
    with _lending:
        if db.driver is not graph.driver:
            db._database_name = graph.database  # it asks for the server's version at once, outside our transaction
            db.set_connection(driver=graph.driver)


@contextmanager
def _borrowed(tx: Tx) -> Iterator[None]:
    """The transaction is a ContextVar of neomodel (no public setter in 7.0), so threads do not see each other's."""
    db._active_transaction = cast("neo4j.Transaction", tx.raw)  # it only calls run()
    try:
        yield
    finally:
        db._active_transaction = None
