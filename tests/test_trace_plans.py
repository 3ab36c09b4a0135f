"""No trace reads the whole graph: every query of `graph/trace/` starts at a unique key and only expands from there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from service.graph import Graph
from service.queries import all_queries, query

TRACES = sorted(name for name in all_queries() if name.startswith("trace/"))
NUMBERS = ("batas", "kinerja")
FORBIDDEN = (
    "AllNodesScan",
    "NodeByLabelScan",
    "RelationshipTypeScan",
    "CartesianProduct",
    "NodeIndexScan",
    "AllRelationships",
)


@pytest.mark.parametrize("name", TRACES)
def test_it_starts_at_a_unique_key_and_scans_nothing(graph: Graph, name: str) -> None:
    values = {parameter: 5 if parameter in NUMBERS else "x" for parameter in query(name).params}
    operators = list(_operators(graph.plan(name, **values)))
    starts = [kind for kind in operators if "Seek" in kind]
    assert (starts, [kind for kind in operators if any(bad in kind for bad in FORBIDDEN)]) == (
        ["NodeUniqueIndexSeek"],
        [],
    )


def test_the_tree_below_is_searched_with_pruning(graph: Graph) -> None:
    assert "VarLengthExpand(Pruning,BFS,All)" in set(_operators(graph.plan("trace/support", id="x", batas=5)))


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].split("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
