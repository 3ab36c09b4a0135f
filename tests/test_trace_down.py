"""Everything that supports a kinerja, as a tree with counts."""

from __future__ import annotations

from typing import Any

import pytest

from service.errors import NotFound
from service.graph import Graph
from service.trace import MAX_BELOW, Branch, way_down
from tests.planted import plant

Told = tuple[Any, ...]

SHAPES: tuple[tuple[str, list[str], Told], ...] = (
    ("nothing below", ["a>Z"], ("a", 0, [])),
    ("a chain", ["o>a>Z"], ("Z", 2, [("a", 1, [("o", 0, [])])])),
    ("siblings in document order", ["b>Z", "a>Z"], ("Z", 2, [("b", 0, []), ("a", 0, [])])),
    (
        "a diamond: the second parent names its cause and tells it elsewhere",
        ["u>o>a>Z", "o~b>Z"],
        ("Z", 4, [("a", 2, [("o", 1, [("u", 0, [])])]), ("b", 1, [("o", "diulang")])]),
    ),
    (
        "the main parent has the cause also when the other comes first",
        ["b>Z", "o>a>Z", "o~b"],
        ("Z", 3, [("b", 1, [("o", "diulang")]), ("a", 1, [("o", 0, [])])]),
    ),
    ("a loop ends where it began", ["a>b>a"], ("b", 1, [("a", 1, [("b", "diulang")])])),
)


@pytest.mark.parametrize(("chains", "expected"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_it_is_a_tree_in_which_nothing_is_counted_twice(graph: Graph, chains: list[str], expected: Told) -> None:
    plant(graph, *chains)
    found = way_down(graph, expected[0])
    assert told(found.akar) == expected
    assert (found.jumlah, found.terpotong) == (expected[1], False)


def test_levels_are_counted_top_first(graph: Graph) -> None:
    plant(graph, "o>a>Z", "p>a", "b>Z", levels={"a": 3, "b": 3})
    assert way_down(graph, "Z").per_tingkat == (("taktikal intermediate", 2), ("operasional", 2))


def test_5000_causes_are_cut_counted_and_told(graph: Graph) -> None:
    plant(graph, "o>Z")
    graph.command(
        "MATCH (z:Kinerja {id: 'Z'}) UNWIND range(1, 4999) AS n "
        "CREATE (:Kinerja {id: 'x' + n, uraian: 'x', urut_tingkat: 5, tingkat: 'operasional', urutan: n})"
        "-[:CAUSES {asal: 'urutan', alasan: '', utama: true}]->(z)"
    )
    found = way_down(graph, "Z")
    assert (found.jumlah, len(found.akar.sebab), found.akar.sebab_langsung) == (5000, MAX_BELOW, 5000)
    assert (found.per_tingkat, found.terpotong) == ((("operasional", 5000),), True)


def test_a_chain_of_fifteen_is_shown_whole_and_a_sixteenth_hop_is_not(graph: Graph) -> None:
    plant(graph, ">".join([*(f"k{n}" for n in range(16)), "Z"]))
    assert way_down(graph, "Z").jumlah == 15


def test_seven_diamonds_are_met_once_each(graph: Graph) -> None:
    plant(graph, *(chain for n in range(7) for chain in (f"s{n}>l{n}>s{n + 1}", f"s{n}~r{n}>s{n + 1}")))
    assert (way_down(graph, "s7").jumlah, way_down(graph, "s7").akar.turunan) == (21, 21)


def test_an_unknown_id_is_not_found(graph: Graph) -> None:
    with pytest.raises(NotFound):
        way_down(graph, "tidak-ada")


def told(branch: Branch) -> Told:
    """(id, kinerja below, causes), or (id, "diulang")."""
    if branch.diulang:
        return (branch.kinerja.id, "diulang")
    return (branch.kinerja.id, branch.turunan, [told(cause) for cause in branch.sebab])
