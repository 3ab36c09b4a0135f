"""A screen asks at most four questions, in one transaction, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import ROOT, read_settings
from service.graph import READ_SECONDS, Graph, Rows, Tx
from service.ingest import drafts
from tests.conftest import environment
from tests.every_route import addresses

T = TypeVar("T")
SEED = ROOT / "seeds" / "batumandi-2022.txt"

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

    def reading(self, work: Callable[[Tx], T], seconds: float = READ_SECONDS) -> T:
        asked: list[str] = []
        self.transactions.append(asked)
        return super().reading(lambda tx: work(CountedTx(tx.raw, tx.revisi, asked)), seconds)

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


ELSEWHERE = ("dokumen.original", "konsol_simpanan.page")
"""What they show is in the data folder of another service: a file, a question that somebody saved."""
DEARER = {"register.shown": (2, 2), "impor.page": (1, 10), "silang.page": (1, 7)}
"""Screens that cost more, and why: the entry of the register asks for its choices apart; a preview works out a whole
import (units, pemda, ids in use, former statements and versions beside what a fold needs); the inbox is two screens in
one, the list with what it is narrowed by (4) and the pair that is open beside it (3)."""


def test_no_screen_costs_more_than_four_queries_in_one_transaction(client: FlaskClient, counted: CountedGraph) -> None:
    draft = drafts.keep(SEED.read_bytes() + b"\n", SEED.name, client.application.extensions["settings"])
    over = {}
    for rule, path in addresses(client.application, counted, "GET", sha256=draft.sha256):
        with counted.counting() as asked:
            answer = client.get(path)
        most = DEARER.get(rule.endpoint, MOST)
        assert answer.status_code < 400 or rule.endpoint in ELSEWHERE, path
        if len(asked) > most[0] or sum(map(len, asked)) > most[1]:
            over[path] = asked
    assert over == {}
