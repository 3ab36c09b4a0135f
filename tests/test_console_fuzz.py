"""Statements that nobody thought of: what the walls let through reads, and leaves the graph as it was.

200 here; `make torture` (TORTURE_STATEMENTS) takes 100,000.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from neo4j import exceptions as faults

from service.console.statement import Explained, Statement
from service.console.tokens import tokenize
from service.console.walls import TEXT_WALLS, Refused, check_plan, check_text
from service.graph import Graph
from tests.conftest import emptied
from tests.cypher_grammar import scraps, statements, texts

STATEMENTS = int(os.environ.get("TORTURE_STATEMENTS", "200"))
QUICKLY = settings(
    max_examples=STATEMENTS,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
GIVEN: dict[str, Any] = {"x": 1, "a b": "CREATE (n)"}
SECONDS = 2.0


class Door:
    """The real server, asked as the console asks it; what came of each statement is counted."""

    def __init__(self, graph: Graph) -> None:
        self.session = graph.driver.session(database=graph.database, default_access_mode=neo4j.READ_ACCESS)
        self.seen: Counter[str] = Counter()

    def explain(self, text: str) -> Explained | None:
        """None: no statement at all, by Neo4j's own word."""
        try:
            with self.session.begin_transaction(timeout=SECONDS) as transaction:
                told = transaction.run("EXPLAIN\n" + text, GIVEN).consume()  # type: ignore[arg-type]
        except faults.Neo4jError:
            return None
        return Explained(told.query_type, told.plan or {}, [])

    def read(self, text: str) -> None:
        """Reads up to ten rows; a value that cannot be computed is a fault of the statement and changes nothing."""
        transaction = self.session.begin_transaction(timeout=SECONDS)
        said = ""
        try:
            transaction.run(text, GIVEN).fetch(10)  # type: ignore[arg-type]
        except (faults.ClientError, faults.TransientError) as fault:
            said = fault.code or ""
        finally:
            transaction.close()
        assert "AccessMode" not in said, text


@pytest.fixture(scope="module")
def door(shared_graph: Graph) -> Iterator[Door]:
    emptied(shared_graph)
    nodes = [{"labels": ["Kinerja"], "isi": {"id": f"K{n}", "x": n}} for n in range(5)]
    shared_graph.write("backup/write_nodes", isi=[*nodes, {"labels": ["SKPD"], "isi": {"kode": "a"}}])
    shared_graph.command("MATCH (a:Kinerja), (b:Kinerja) WHERE a.x + 1 = b.x MERGE (a)-[:CAUSES]->(b)")
    before = shared_graph.content_hash(), shared_graph.command("CALL db.labels()")
    one = Door(shared_graph)
    yield one
    one.session.close()
    assert (shared_graph.content_hash(), shared_graph.command("CALL db.labels()")) == before
    if one.seen:
        print(dict(one.seen))


@QUICKLY
@given(text=st.one_of(statements(), statements(), statements(), scraps))
def test_what_the_walls_of_the_text_let_through_reads_by_the_word_of_neo4j(door: Door, text: str) -> None:
    statement = Statement(text, GIVEN)
    try:
        check_text(statement)
    except Refused as fault:
        door.seen[fault.dinding] += 1
        return
    plan = door.explain(text)
    if plan is None:
        door.seen["bukan pernyataan"] += 1
        return
    check_plan(plan, statement)  # nothing that the text walls let through may write, or do what is not on the list
    door.read(text)
    door.seen["dijalankan"] += 1


@QUICKLY
@given(text=statements())
def test_without_the_walls_of_the_text_those_of_the_plan_let_nothing_through_that_writes(door: Door, text: str) -> None:
    plan = door.explain(text)
    if plan is None:
        return
    try:
        check_plan(plan, Statement(text))
    except Refused as fault:
        door.seen[f"hanya {fault.dinding}"] += 1
        return
    door.read(text)


@QUICKLY
@given(
    text=st.one_of(texts, scraps), parameter=st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=5))
)
def test_the_walls_of_the_text_end_with_nothing_but_a_refusal(text: str, parameter: dict[str, Any]) -> None:
    tokens = tokenize(text)
    assert [text[t.offset : t.offset + len(t.text)] for t in tokens] == [t.text for t in tokens]
    assert [(t.offset, t.line) for t in tokens] == sorted((t.offset, t.line) for t in tokens)
    names = frozenset(wall.name for wall in TEXT_WALLS)
    for off in (frozenset[str](), *(names - {name} for name in names)):
        fault = _refusal(Statement(text, parameter), off)
        assert fault is None or fault.dinding not in off
        assert fault is None or (fault.baris or 1) <= 1 + text.count("\n") + text.count("\r")


def _refusal(statement: Statement, off: frozenset[str]) -> Refused | None:
    try:
        check_text(statement, off)
    except Refused as fault:
        return fault
    return None
