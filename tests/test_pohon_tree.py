"""One tree out of boxes and links, and which boxes a view shows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from service.pohon.tree import Box, Link, grow
from service.pohon.view import View, hits, shown


def box(name: str, **more: object) -> Box:
    return Box(id=name, uraian=f"Kalimat {name}", tingkat="sasaran", langkah=2, singkat="S", **more)  # type: ignore[arg-type]


def links(text: str) -> list[Link]:
    """`b>a c>b` as links from cause to effect; `c~a` is a further parent."""
    made = []
    for pair in text.split():
        main = ">" in pair
        cause, effect = pair.split(">" if main else "~")
        made.append(Link(cause, effect, "urutan", utama=main))
    return made


#      a           e
#    b   c         f
#   d
FOREST = grow([box(n) for n in "abdcef"], links("b>a d>b c>a f>e d~c"))


def test_every_box_stands_once_under_the_effect_of_its_main_link() -> None:
    assert list(FOREST.boxes) == ["a", "b", "d", "c", "e", "f"]
    assert FOREST.tops == ("a", "e")
    assert FOREST.causes == {"a": ("b", "c"), "b": ("d",), "e": ("f",)}
    assert FOREST.below == {"a": 3, "b": 1, "d": 0, "c": 0, "e": 1, "f": 0}
    assert FOREST.height == {"a": 2, "b": 1, "d": 0, "c": 0, "e": 1, "f": 0}


def test_a_further_parent_is_kept_as_an_extra_line() -> None:
    assert FOREST.extra == (Link("d", "c", "urutan", utama=False),)


@pytest.mark.parametrize(
    ("names", "given", "tops", "extra"),
    [
        ("ab", "a>b b>a", ("a",), {("a", "b")}),  # a cycle and nothing else
        ("abc", "a>b b>c c>a", ("a",), {("a", "b")}),
        ("abcd", "b>a c>b d>c b~d", ("a",), {("b", "d")}),  # the way back is not the main way
        ("ab", "a>a b>a", ("a",), set()),  # a box that supports itself
        ("ab", "b>x", ("a", "b"), set()),  # an effect that is not there
        ("", "", (), set()),
    ],
)
def test_a_cycle_and_a_broken_link_still_give_a_tree(
    names: str, given: str, tops: tuple[str, ...], extra: set[tuple[str, str]]
) -> None:
    tree = grow([box(n) for n in names], links(given))
    assert (sorted(tree.boxes), tree.tops) == (sorted(names), tops)
    assert {(link.sebab, link.akibat) for link in tree.extra} == extra


def test_a_chain_of_two_thousand_is_no_deeper_than_the_stack() -> None:
    names = [str(n) for n in range(2000)]
    tree = grow([box(n) for n in names], [Link(b, a, "urutan") for a, b in pairwise(names)])
    assert (tree.height["0"], len(shown(tree, View(sampai=0)))) == (1999, 2000)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(), "abdcef"),
        (View(sampai=1), "abcef"),
        (View(sampai=0), "abdcef"),
        (View(sampai=1, buka=frozenset("b")), "abdcef"),
        (View(tutup=frozenset("a")), "aef"),
        (View(fokus="b"), "abd"),
        (View(sampai=1, fokus="d"), "abd"),  # its way up, and no brother of it
        (View(fokus="b", tutup=frozenset("b")), "ab"),
        (View(fokus="b", tutup=frozenset("a")), "abd"),  # the way up is never closed
        (View(fokus="gone"), "abdcef"),
        (View(sampai=1, cari="kalimat d"), "abdcef"),  # the way to a hit is opened
        (View(sampai=1, cari="kalimat d", tutup=frozenset("b")), "abcef"),  # closed by hand stays closed
    ],
)
def test_a_view_shows(view: View, expected: str) -> None:
    assert "".join(shown(FOREST, view)) == expected


SEARCHED = grow(
    [
        box("a", indikator=("Indeks Kepuasan Masyarakat",), pengampu="camat"),
        box("b", indikator=("Persentase désa tertib",), pengampu="kepala seksi"),
    ],
    links("b>a"),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kepuasan INDEKS", ["a"]),
        ("desa", ["b"]),  # accents do not count
        ("kepala", ["b"]),
        ("sasaran", ["a", "b"]),
        ("camat desa", []),  # every word must stand in the same box
        ("   ", []),
    ],
)
def test_search_finds_words_of_statement_indicator_level_and_owner(words: str, expected: list[str]) -> None:
    assert hits(SEARCHED, View(cari=words)) == expected


def test_search_looks_only_into_the_focused_branch() -> None:
    assert hits(FOREST, View(cari="kalimat", fokus="b")) == ["b", "d"]
