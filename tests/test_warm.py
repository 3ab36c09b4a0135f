"""Warming up: it asks, it writes nothing, and it never keeps the service from starting."""

from __future__ import annotations

from service.config import ROOT, Settings
from service.graph import Graph
from service.ingest import importing
from service.server import Connection
from service.warm import warm


def test_it_only_reads(graph: Graph, settings: Settings) -> None:
    seed = ROOT / "seeds" / "batumandi-2022.txt"
    importing.apply(importing.prepare(seed.read_bytes(), seed.name, graph, settings), graph, settings)
    before = (graph.revision(), graph.content_hash())
    warm(graph, pause=0)
    assert (graph.revision(), graph.content_hash()) == before


def test_an_empty_graph_is_no_fault(graph: Graph) -> None:
    warm(graph, pause=0)
    assert graph.revision() == 0


def test_a_graph_that_is_closed_in_between_is_no_fault(neo4j_server: Connection) -> None:
    at = neo4j_server
    closed = Graph.connect(at.uri, at.user, at.password, at.database)
    closed.close()
    warm(closed, pause=0)
