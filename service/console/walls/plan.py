"""Walls `jenis` and `operator`: what Neo4j itself says it would do, before it does it.

In: a plan as EXPLAIN gave it. Out: nothing, or `Refused`. The query type must be exactly `r`; but reading settings and
ending other people's queries is of type `r` too (platform-live.md 0.13), so every operator must be on the list as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.bahasa.numbers import in_digits
from service.console.refusal import refused, shown
from service.console.statement import Explained
from service.console.walls.procedures import check_name

LISTED = {
    "where rows begin": (
        "AllNodesScan Argument DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek "
        "DirectedRelationshipByIdSeek DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan "
        "DirectedRelationshipIndexScan DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange "
        "DirectedRelationshipTypeScan DirectedUnionRelationshipTypesScan EmptyRow IntersectionNodeByLabelsScan "
        "MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore "
        "NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange "
        "NodeUniqueIndexSeek NodeUniqueIndexSeekByRange RelationshipCountFromCountStore SubtractionNodeByLabelsScan "
        "UndirectedAllRelationshipsScan UndirectedRelationshipByElementIdSeek UndirectedRelationshipByIdSeek "
        "UndirectedRelationshipIndexContainsScan UndirectedRelationshipIndexEndsWithScan "
        "UndirectedRelationshipIndexScan UndirectedRelationshipIndexSeek UndirectedRelationshipIndexSeekByRange "
        "UndirectedRelationshipTypeScan UndirectedUnionRelationshipTypesScan UnionNodeByLabelsScan Unwind"
    ),
    "along relationships": (
        "BFSPruningVarLengthExpand(All) BFSPruningVarLengthExpand(Into) Expand(All) Expand(Into) OptionalExpand(All) "
        "OptionalExpand(Into) ProjectEndpoints PruningVarLengthExpand(All) PruningVarLengthExpand(Into) Repeat(Trail) "
        "Repeat(Walk) BidirectionalRepeat(Trail) VarLengthExpand(All) VarLengthExpand(Into) "
        "VarLengthExpand(Pruning) VarLengthExpand(Pruning,BFS,All) VarLengthExpand(Pruning,BFS,Into) "
        "ShortestPath StatefulShortestPath(All) StatefulShortestPath(Into) Trail TriadicBuild TriadicFilter "
        "TriadicSelection"
    ),
    "two inputs put together": (
        "AntiSemiApply Apply CartesianProduct ConditionalApply AntiConditionalApply LeftOuterHashJoin LetAntiSemiApply "
        "LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply NodeHashJoin OrderedUnion RightOuterHashJoin "
        "RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply Union ValueHashJoin"
    ),
    "rows chosen, put in order, computed": (
        "CacheProperties Distinct Eager EagerAggregation EmptyResult ErrorPlan ExhaustiveLimit Filter Limit Optional "
        "OrderedAggregation OrderedDistinct PartialSort PartialTop Prober ProduceResults Projection Skip Sort Top "
        "Top1WithTies"
    ),
    "a procedure; which one is looked at as well": "ProcedureCall",
}
"""What they do -> operators of Neo4j 5.26 that only read."""
OPERATORS = frozenset(name for names in LISTED.values() for name in names.split())
MOST_PAIRS = 20_000_000
"""Rows that a product of two inputs is expected to give: more than can be gone through before the deadline."""


def check_type(explained: Explained) -> None:
    """Wall `jenis`."""
    if explained.jenis != "r":
        raise refused(
            "jenis",
            f"Neo4j membaca pernyataan ini sebagai pernyataan yang mengubah (jenis {shown(str(explained.jenis))}).",
            "Konsol hanya membaca: pakai MATCH … RETURN.",
        )


def check_operators(explained: Explained) -> None:
    """Wall `operator`."""
    for operator in _operators(explained.rencana):
        name = str(operator.get("operatorType", "")).partition("@")[0]
        details = operator.get("args") or {}
        if name not in OPERATORS:
            raise refused(
                "operator",
                f"Langkah {shown(name) or 'tanpa nama'} dalam rencana Neo4j tidak termasuk langkah yang hanya membaca.",
                "Tulis pertanyaannya dengan MATCH, WITH, UNWIND, dan RETURN.",
            )
        if name == "ProcedureCall":
            check_name("operator", str(details.get("Details", "")).partition("(")[0].strip())
        if name == "CartesianProduct":
            _check_pairs(float(details.get("EstimatedRows") or 0))


def _check_pairs(rows: float) -> None:
    if rows > MOST_PAIRS:
        raise refused(
            "operator",
            f"Dua bagian MATCH yang tidak terhubung akan menghasilkan sekitar {in_digits(round(rows))} baris.",
            "Hubungkan dengan pola, atau saring masing-masing lebih dulu.",
        )


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every operator, without calling itself: plans may be deep."""
    waiting: list[Mapping[str, Any]] = [plan]
    while waiting:
        operator = waiting.pop()
        yield operator
        waiting += operator.get("children") or []
