"""Where every box stands: branches side by side, each in its own columns; small branches listed downwards.

In: a tree, the boxes to show, their faces, and `listed`: how many levels at the bottom are listed under their effect,
as the field does to keep a picture printable, instead of spread beside one another. Out: a `Plan` of rectangles.
Boxes of one level that are spread share their upper edge; a branch never reaches into another branch's columns, so a
line never meets a foreign box. The same input gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.pohon.face import WIDTH, Face
from service.pohon.tree import Tree

BESIDE = 20.0
"""Between two branches."""
UNDER = 52.0
"""Between two rows: room for the button under a box and the line over the next row."""
FIRST = 34.0
"""Between a box and the first of its listed causes."""
NEXT = 14.0
"""Between two listed causes."""
INDENT = 24.0
ROWS = -1
"""`Spot.row` of what stands in no row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle of the picture."""

    x: float
    y: float
    width: float
    height: float
    row: int = ROWS
    """Number of the row it belongs to: the boxes of a row stay at one height. ROWS: stands by itself."""

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    def moved(self, x: float = 0, y: float = 0) -> Spot:
        return replace(self, x=self.x + x, y=self.y + y)


@dataclass(frozen=True)
class Plan:
    """Where everything stands."""

    spots: Mapping[str, Spot]
    causes: Mapping[str, tuple[str, ...]]
    """Effect -> the causes that are shown."""
    listing: frozenset[str]
    """Boxes whose causes are listed under them."""

    @property
    def width(self) -> float:
        return max((spot.right for spot in self.spots.values()), default=0)

    @property
    def height(self) -> float:
        return max((spot.bottom for spot in self.spots.values()), default=0)


def arrange(tree: Tree, ids: Sequence[str], faces: Mapping[str, Face], listed: int = 1) -> Plan:
    """A place for each of `ids` (depth first, every box after its effect)."""
    seen = set(ids)
    causes = {box: tuple(c for c in tree.causes.get(box, ()) if c in seen) for box in ids}
    listing = frozenset(box for box in ids if tree.height[box] <= listed)
    effect = {cause: box for box in ids for cause in causes[box]}
    inside = _listed_boxes(ids, effect, listing)
    room = _widths(ids, causes, listing)
    lefts = _columns(ids, causes, listing, room, effect)
    tops = _heights(ids, causes, inside, effect, faces)
    spots = {
        box: Spot(lefts[box], tops[box], WIDTH, faces[box].height, ROWS if box in inside else _depth(box, effect))
        for box in ids
    }
    return Plan(spots, causes, listing)


def _listed_boxes(ids: Sequence[str], effect: Mapping[str, str], listing: frozenset[str]) -> set[str]:
    """Boxes that stand in a list under another one."""
    inside: set[str] = set()
    for box in ids:
        above = effect.get(box)
        if above is not None and (above in listing or above in inside):
            inside.add(box)
    return inside


def _depth(box: str, effect: Mapping[str, str]) -> int:
    depth = 0
    while box in effect:
        box, depth = effect[box], depth + 1
    return depth


def _widths(ids: Sequence[str], causes: Mapping[str, tuple[str, ...]], listing: frozenset[str]) -> dict[str, float]:
    """Room that each branch needs, causes before effects."""
    room: dict[str, float] = {}
    for box in reversed(ids):
        below = [room[c] for c in causes[box]]
        if box in listing:
            room[box] = max([WIDTH, *(INDENT + width for width in below)])
        else:
            room[box] = max(WIDTH, sum(below) + BESIDE * (len(below) - 1))
    return room


def _columns(
    ids: Sequence[str],
    causes: Mapping[str, tuple[str, ...]],
    listing: frozenset[str],
    room: Mapping[str, float],
    effect: Mapping[str, str],
) -> dict[str, float]:
    """Left edges: a listed cause is set in, a spread box stands over the middle of its causes."""
    start: dict[str, float] = {}
    at = 0.0
    for box in ids:
        if box not in effect:
            start[box] = at
            at += room[box] + 2 * BESIDE
        inner = start[box]
        if box not in listing:
            inner += (room[box] - sum(room[c] for c in causes[box]) - BESIDE * (len(causes[box]) - 1)) / 2
        for cause in causes[box]:
            start[cause] = start[box] + INDENT if box in listing else inner
            inner += room[cause] + BESIDE
    lefts: dict[str, float] = {}
    for box in reversed(ids):
        below = causes[box]
        spread = bool(below) and box not in listing
        lefts[box] = (lefts[below[0]] + lefts[below[-1]]) / 2 if spread else start[box]
    return lefts


def _heights(
    ids: Sequence[str],
    causes: Mapping[str, tuple[str, ...]],
    inside: set[str],
    effect: Mapping[str, str],
    faces: Mapping[str, Face],
) -> dict[str, float]:
    """Upper edges: rows first, then every list downwards from its own box."""
    rows: dict[int, float] = {}
    for box in ids:
        if box not in inside:
            depth = _depth(box, effect)
            rows[depth] = max(rows.get(depth, 0), faces[box].height)
    edge = {depth: sum(rows[d] + UNDER for d in range(depth)) for depth in rows}
    tops: dict[str, float] = {}
    cursor = 0.0
    for box in ids:
        if box not in inside:
            tops[box] = edge[_depth(box, effect)]
        else:
            first = causes[effect[box]][0] == box  # room for the button under the box above
            tops[box] = cursor + (FIRST if first else NEXT)
        cursor = tops[box] + faces[box].height
    return tops
