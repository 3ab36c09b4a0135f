"""The whole picture before it is written: title, legend, boxes and lines with their places.

In: a tree, a view, the words of the title. Out: a `Drawing` that `svg.py` writes and `sheets.py` cuts into sheets.
How many levels are listed instead of spread is tried out and chosen by what fills the given shape best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.pohon.crossing import State, states_of
from service.pohon.face import Face, face
from service.pohon.layout import UNDER, Plan, Spot, arrange
from service.pohon.legend import Heading, LegendEntry, legend_room, title_room
from service.pohon.lines import Stroke, strokes
from service.pohon.tree import Tree
from service.pohon.view import View, hits, shown

SCREEN = (16.0, 10.0)
MOST = 600
"""Boxes in one picture; more are told, not drawn."""
DEEPEST_LIST = 3
"""Levels that may be listed instead of spread, and never more than the lower half of the tree: with more it would be
an outline, not the picture the field knows."""
MARGIN = 16.0
BUTTON = 24.0
"""Under the lowest box, whose button may hang there."""
APART = 36.0
"""Between title, legend and boxes."""
NARROW = 900.0
TITLE, LEGEND = "judul", "legenda"


@dataclass(frozen=True)
class Drawing:
    """Everything with its place, in px of a screen at 100 %."""

    tree: Tree
    view: View
    heading: Heading
    legend: tuple[LegendEntry, ...]
    crossings: tuple[State, ...]
    """States of crosscutting that the tree has, for the legend."""
    faces: Mapping[str, Face]
    plan: Plan
    places: Mapping[str, Spot]
    """Title, legend and boxes."""
    strokes: Sequence[Stroke]
    still: bool
    """Without buttons."""
    found: frozenset[str]
    """Boxes that the search hit."""
    left_out: int
    """Boxes that the view wants and the picture has no room for (`MOST`)."""

    @property
    def width(self) -> float:
        return max(spot.right for spot in self.places.values()) + MARGIN

    @property
    def height(self) -> float:
        return max(spot.bottom for spot in self.places.values()) + MARGIN + (0 if self.still else BUTTON)


def draw(
    tree: Tree,
    view: View,
    heading: Heading,
    legend: Sequence[LegendEntry],
    shape: tuple[float, float] = SCREEN,
    listed: int | None = None,
    still: bool = False,
) -> Drawing:
    """The picture of `view`, laid out for `shape` (width, height); `listed` fixes how many levels are listed.

    A `still` picture (file, paper) has no buttons: a closed box says in words how many it hides.
    """
    wanted = shown(tree, view)
    ids = _no_more_than(MOST, tree, wanted)
    faces = {box: face(tree.boxes[box], _also(tree, box, view.lengkap), view.lengkap) for box in ids}
    if still:
        faces |= {
            box: face(tree.boxes[box], [*_also(tree, box, view.lengkap), words], view.lengkap)
            for box, words in _closed(tree, ids)
        }
    if listed is None:
        # Chosen by the whole branch, not by what is open now, so that opening a box moves nothing else about.
        listed = best_listing(tree, view, shape)
    plan = arrange(tree, ids, faces, listed)
    crossings = states_of([mark for box in tree.boxes.values() for mark in box.lintas])
    places = _with_headings(plan, title_room(heading), legend_room(legend, crossings))
    plan = replace(plan, spots={box: places[box] for box in plan.spots})
    lines, found = strokes(tree, plan), frozenset(hits(tree, view))
    left_out = len(wanted) - len(ids)
    return Drawing(tree, view, heading, tuple(legend), crossings, faces, plan, places, lines, still, found, left_out)


def moved(drawing: Drawing, places: Mapping[str, Spot]) -> Drawing:
    """The same picture with everything at other places."""
    plan = replace(drawing.plan, spots={box: places[box] for box in drawing.plan.spots})
    return replace(drawing, places=places, plan=plan, strokes=strokes(drawing.tree, plan))


def best_listing(tree: Tree, view: View, shape: tuple[float, float]) -> int:
    """How many levels to list so that the open branch comes out largest in `shape`."""
    ids = _no_more_than(MOST, tree, shown(tree, replace(view, sampai=0, tutup=frozenset(), cari="")))
    faces = {box: face(tree.boxes[box], full=view.lengkap) for box in ids}

    def size(listed: int) -> float:
        plan = arrange(tree, ids, faces, listed)
        return min(shape[0] / max(plan.width, 1), shape[1] / max(plan.height, 1))

    return max(range(1, most_listed(tree) + 1), key=lambda listed: (round(size(listed), 6), -listed))


def most_listed(tree: Tree) -> int:
    """How many levels may be listed at most."""
    deepest = max(tree.height.values(), default=1)
    return min(DEEPEST_LIST, max(deepest // 2, 1))


def _no_more_than(most: int, tree: Tree, ids: list[str]) -> list[str]:
    """The first `most` of `ids`, upper levels before lower ones, in their old order."""
    if len(ids) <= most:
        return ids
    seen = set(ids)
    level = [top for top in tree.tops if top in seen]
    kept: list[str] = []
    while level and len(kept) < most:
        kept += level[: most - len(kept)]
        level = [c for box in level for c in tree.causes.get(box, ()) if c in seen]
    chosen = set(kept)
    return [box for box in ids if box in chosen]


def _also(tree: Tree, box: str, full: bool) -> list[str]:
    """What is said in words under the indicators: further parents, since a curve over a wall of paper is easily lost,
    and in full also who decided on the parent."""
    also = [f"juga agar: {tree.boxes[link.akibat].uraian}" for link in tree.extra if link.sebab == box]
    decided = [tree.up[box].catatan] if full and box in tree.up else []
    return also + [note for note in decided if note]


def _closed(tree: Tree, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Boxes whose causes are not shown, each with the words that say so."""
    seen = set(ids)
    closed = [box for box in ids if not seen.issuperset(tree.causes.get(box, ()))]
    return [(box, f"+ {tree.below[box]} kinerja di bawahnya tidak ditampilkan") for box in closed]


def _with_headings(plan: Plan, title: Spot, key: Spot) -> dict[str, Spot]:
    """Title left and legend right of the topmost box when there is room beside it, else above everything."""
    tops = [spot for spot in plan.spots.values() if spot.row == 0]
    if len(tops) == 1 and tops[0].x >= title.width + APART and plan.width - tops[0].right >= key.width + APART:
        places = _beside(plan, tops[0], title, key)
    else:
        places = _above(plan, title, key)
    return {name: spot.moved(MARGIN, MARGIN) for name, spot in places.items()}


def _beside(plan: Plan, top: Spot, title: Spot, key: Spot) -> dict[str, Spot]:
    """They join the first row; what is under it moves down if they are taller than the box."""
    down = max(0.0, max(title.height, key.height) + APART - top.height - UNDER)
    places = {TITLE: replace(title, row=0), LEGEND: replace(key.moved(x=plan.width - key.width), row=0)}
    return places | {box: spot.moved(y=0 if spot.row == 0 else down) for box, spot in plan.spots.items()}


def _above(plan: Plan, title: Spot, key: Spot) -> dict[str, Spot]:
    """Side by side, or one under the other over a narrow picture."""
    both = title.width + APART + key.width
    if both > max(plan.width, NARROW):
        key = key.moved(y=title.bottom + 8)
    else:
        key = key.moved(x=max(plan.width, both) - key.width)
    across = max(0.0, max(title.right, key.right) - plan.width) / 2
    under = max(title.bottom, key.bottom) + APART
    return {TITLE: title, LEGEND: key} | {box: spot.moved(across, under) for box, spot in plan.spots.items()}
