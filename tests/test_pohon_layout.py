"""Where boxes and lines stand: nothing on top of anything else, the same every time."""

from __future__ import annotations

from itertools import combinations

import pytest

from service.pohon.drawing import LEGEND, MOST, TITLE, Drawing
from service.pohon.layout import ROWS, Spot
from service.pohon.lettering import width, wrap
from service.pohon.tree import Box, Link, grow
from service.pohon.view import View
from tests.pohon_trees import ALL_OPEN, drawn, grown

SIZES = (1, 2, 26, 120, 300)


def overlap(a: Spot, b: Spot) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("listed", [1, 2, 3])
def test_no_box_title_or_legend_touches_another(size: int, listed: int) -> None:
    places = drawn(grown(size), listed=listed).places
    assert len(places) == size + 2
    assert [(a, b) for a, b in combinations(places, 2) if overlap(places[a], places[b])] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("listed", [1, 2, 3])
def test_no_straight_line_runs_through_a_box(size: int, listed: int) -> None:
    drawing = drawn(grown(size), listed=listed)
    inner = {name: Spot(s.x + 1, s.y + 1, s.width - 2, s.height - 2) for name, s in drawing.places.items()}
    crossed = [
        (stroke.points, name)
        for stroke in drawing.strokes
        if not stroke.curve
        for name, spot in inner.items()
        if overlap(stroke.frame, spot)
    ]
    assert crossed == []


@pytest.mark.parametrize("listed", [1, 2])
def test_spread_boxes_of_a_level_share_their_upper_edge_and_stand_over_their_causes(listed: int) -> None:
    drawing = drawn(grown(120), listed=listed)
    spread = {box: spot for box, spot in drawing.plan.spots.items() if spot.row != ROWS}
    assert len({(spot.row, spot.y) for spot in spread.values()}) == len({spot.row for spot in spread.values()})
    for box, causes in drawing.plan.causes.items():
        if box in drawing.plan.listing or not causes:
            continue
        first, last = drawing.places[causes[0]], drawing.places[causes[-1]]
        assert drawing.places[box].middle == pytest.approx((first.middle + last.middle) / 2)


def test_the_same_tree_gives_the_same_picture() -> None:
    once, again = drawn(grown(120)), drawn(grown(120))
    assert (once.places, once.strokes) == (again.places, again.strokes)


def pieces(origins: list[str]) -> list[tuple[bool, bool, bool]]:
    """Dashed, checked, arrow head of every piece of line above causes with these origins."""
    boxes = [Box(str(n), f"Kalimat {n}", "s", 2, "S") for n in range(len(origins) + 1)]
    # Two levels under the top, so that these causes are spread and not listed.
    boxes.append(Box("x", "Kalimat x", "s", 3, "S"))
    links = [Link(str(n + 1), "0", origin) for n, origin in enumerate(origins)]  # type: ignore[arg-type]
    drawing = drawn(grow(boxes, [*links, Link("x", "1", "tersurat")]), listed=1)
    at = set(drawing.plan.causes["0"])
    own = {(drawing.places[c].middle, drawing.places[c].y) for c in at}
    return [(s.dashed, s.checked is not None, s.head) for s in drawing.strokes if s.points[0] in own]


def test_a_link_shows_how_sure_it_is_by_its_own_piece_of_line() -> None:
    assert pieces(["tersurat", "urutan", "diputuskan"]) == [
        (False, False, False),
        (True, False, False),
        (False, True, False),
    ]


def shared_dashed(origins: list[str]) -> set[bool]:
    boxes = [Box(str(n), f"Kalimat {n}", "s", 2, "S") for n in range(len(origins) + 1)]
    links = [Link(str(n + 1), "0", origin) for n, origin in enumerate(origins)]  # type: ignore[arg-type]
    drawing = drawn(grow(boxes, links), listed=1)
    return {stroke.dashed for stroke in drawing.strokes if stroke.head}


def test_a_shared_trunk_is_dashed_only_when_every_link_on_it_is_inferred() -> None:
    assert (shared_dashed(["urutan", "urutan"]), shared_dashed(["urutan", "tersurat"])) == ({True}, {False})


def test_a_further_parent_gets_a_curve_and_is_said_in_the_box() -> None:
    drawing = drawn(grow([Box(n, f"Kalimat {n}", "s", 2, "S") for n in "abc"], [
        Link("b", "a", "tersurat"), Link("c", "a", "tersurat"), Link("c", "b", "urutan", utama=False),
    ]))  # fmt: skip
    assert [(s.curve, s.dashed) for s in drawing.strokes if s.curve] == [(True, True)]
    assert "juga agar: Kalimat b" in [line.text for line in drawing.faces["c"].lines]


def test_opening_a_branch_changes_neither_sizes_nor_how_branches_are_arranged() -> None:
    tree = grown(120)
    closed, opened = drawn(tree, View(sampai=2)), drawn(tree, ALL_OPEN)
    assert closed.plan.listing <= opened.plan.listing


def test_a_picture_holds_at_most_six_hundred_boxes_and_tells_how_many_it_leaves_out() -> None:
    tree = grow(
        [Box(str(n), "Kalimat", "s", 2, "S") for n in range(5001)],
        [Link(str(n), "0", "urutan") for n in range(1, 5001)],
    )
    drawing = drawn(tree)
    assert (len(drawing.faces), drawing.left_out) == (MOST, 5001 - MOST)


def box_text(drawing: Drawing, box: str, style: str) -> str:
    return " ".join(line.text for line in drawing.faces[box].lines if line.style == style)


def test_statements_and_in_full_indicators_are_wrapped_never_cut() -> None:
    tree = grown(120)
    drawing = drawn(tree, ALL_OPEN)
    assert {b: box_text(drawing, b, "uraian") for b in tree.boxes} == {b: x.uraian for b, x in tree.boxes.items()}
    assert {b: box_text(drawing, b, "indikator") for b in tree.boxes} == {
        b: " ".join(x.indikator) for b, x in tree.boxes.items()
    }


def test_in_short_a_box_shows_two_indicators_of_two_lines_and_counts_the_rest() -> None:
    long = "Persentase penyelenggaraan layanan perizinan terpadu yang selesai tepat waktu menurut baku mutu"
    drawing = drawn(grow([Box("a", "Kalimat", "s", 2, "S", (long, long, "c", "d"))], []), View())
    lines = [line.text for line in drawing.faces["a"].lines if line.style == "indikator"]
    assert (len(lines), lines[1].endswith(" …"), lines[3].endswith(" …"), lines[4]) == (
        5,
        True,
        True,
        "+2 indikator lagi",
    )


@pytest.mark.parametrize(
    "text", ["Satu dua tiga", "Antidisestablishmentarianismeberkelanjutanterpadu", "a/b/" * 40, ""]
)
def test_a_line_is_never_wider_than_its_room(text: str) -> None:
    lines = wrap(text, 90, 13, bold=True)
    assert [line for line in lines if width(line, 13, bold=True) > 90] == []
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_title_and_legend_stand_beside_the_top_box_when_there_is_room() -> None:
    wide, narrow = drawn(grown(120)), drawn(grown(2))
    top = wide.places["k0"]
    assert wide.places[TITLE].right < top.x < top.right < wide.places[LEGEND].x
    assert narrow.places["k0"].y > max(narrow.places[TITLE].bottom, narrow.places[LEGEND].bottom)
