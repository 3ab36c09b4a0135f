"""A screen asks at most four questions, in one transaction, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import read_settings
from service.graph import Graph, Rows, Tx
from tests.conftest import environment
from tests.every_route import DOCUMENT, UNIT, addresses

T = TypeVar("T")

MOST = (1, 4)
"""Transactions and queries of one screen."""


@dataclass(frozen=True)
class CountedTx(Tx):
    """A transaction that remembers what it was asked."""

    asked: list[str] = field(default_factory=list)

    def run(self, name: str, /, order: str = "", **params: Any) -> Rows:
        self.asked.append(name)
        return super().run(name, order, **params)


class CountedGraph(Graph):
    """The graph, with what was asked of it: one list of query names for each transaction."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph.driver, graph.database)
        self.transactions: list[list[str]] = []

    def reading(self, work: Callable[[Tx], T]) -> T:
        asked: list[str] = []
        self.transactions.append(asked)
        return super().reading(lambda tx: work(CountedTx(tx.raw, tx.revisi, asked)))

    @contextmanager
    def counting(self) -> Iterator[list[list[str]]]:
        """What is asked inside the block."""
        self.transactions = []
        yield self.transactions


@pytest.fixture(scope="module")
def counted(seeded: Graph) -> CountedGraph:
    return CountedGraph(seeded)


@pytest.fixture(scope="module")
def client(counted: CountedGraph, tmp_path_factory: pytest.TempPathFactory, cache: Any) -> FlaskClient:
    settings = read_settings(environment(tmp_path_factory.mktemp("screens") / "data", cache))
    return create_app(counted, settings).test_client()


def test_no_screen_costs_more_than_four_queries_in_one_transaction(client: FlaskClient, counted: CountedGraph) -> None:
    over = {}
    for _, path in addresses(client.application, counted, "GET"):
        with counted.counting() as asked:
            answer = client.get(path)
        cost = (len(asked), sum(map(len, asked)))
        if answer.status_code < 400 and (cost[0] > MOST[0] or cost[1] > MOST[1]):
            over[path] = (cost, asked)
    for path, told in over.items():
        print("OVER", path, told)
    assert over == {}
