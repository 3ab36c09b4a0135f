"""The lines between boxes, from cause up to effect; how sure a link is shows in its own piece of line.

In: a tree and a plan. Out: `Stroke`s. Causes of one box share a trunk and a bar, or a spine when they are listed; the
last piece, at the cause, belongs to one link alone: solid (written), dashed (inferred), solid with a check (decided).
A shared piece is dashed when every link on it is inferred. Further parents get a curve of their own behind the boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.pohon.layout import INDENT, ROWS, Plan, Spot
from service.pohon.tree import Link, Tree

BAR = 34.0
"""How far under a row the bar lies that its causes hang on."""
HOOK = 11.0
"""How far under a listed box's upper edge its hook arrives."""
ASIDE = 40.0
"""Curves leave and arrive this far right of the middle, clear of the straight lines."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One piece of line."""

    points: tuple[tuple[float, float], ...]
    """Corners; for a curve start, two handles, end."""
    dashed: bool
    curve: bool = False
    checked: tuple[float, float] | None = None
    """Where the check of a decided link sits."""
    head: bool = False
    """Ends in an arrow head (at the effect)."""

    @property
    def frame(self) -> Spot:
        xs, ys = [p[0] for p in self.points], [p[1] for p in self.points]
        return Spot(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def strokes(tree: Tree, plan: Plan) -> list[Stroke]:
    """Every piece of line between the boxes of `plan`."""
    bottoms: dict[int, float] = {}
    for spot in plan.spots.values():
        if spot.row != ROWS:
            bottoms[spot.row] = max(bottoms.get(spot.row, 0), spot.bottom)
    pieces: list[Stroke] = []
    for box, causes in plan.causes.items():
        if not causes:
            continue
        links = [tree.up[c] for c in causes]
        if box in plan.listing:
            pieces.extend(_listed(plan, box, links))
        else:
            pieces.extend(_spread(plan, box, links, bottoms[plan.spots[box].row] + BAR))
    pieces.extend(_curve(plan, link) for link in tree.extra if {link.sebab, link.akibat} <= plan.spots.keys())
    return pieces


def _spread(plan: Plan, box: str, links: list[Link], bar: float) -> Iterator[Stroke]:
    effect = plan.spots[box]
    causes = [plan.spots[link.sebab] for link in links]
    dashed = all(link.asal == "urutan" for link in links)
    if len(causes) == 1 and causes[0].middle == effect.middle:
        yield _own(links[0], ((causes[0].middle, causes[0].y), (effect.middle, effect.bottom)), head=True)
        return
    yield Stroke(((effect.middle, bar), (effect.middle, effect.bottom)), dashed, head=True)
    ends = [effect.middle, *(cause.middle for cause in causes)]
    yield Stroke(((min(ends), bar), (max(ends), bar)), dashed)
    for link, cause in zip(links, causes, strict=True):
        yield _own(link, ((cause.middle, cause.y), (cause.middle, bar)))


def _listed(plan: Plan, box: str, links: list[Link]) -> Iterator[Stroke]:
    effect = plan.spots[box]
    x = effect.x + INDENT / 2
    last = plan.spots[links[-1].sebab]
    yield Stroke(((x, last.y + HOOK), (x, effect.bottom)), all(link.asal == "urutan" for link in links), head=True)
    for link in links:
        cause = plan.spots[link.sebab]
        yield _own(link, ((cause.x, cause.y + HOOK), (x, cause.y + HOOK)))


def _own(link: Link, points: tuple[tuple[float, float], tuple[float, float]], head: bool = False) -> Stroke:
    (x, y), (x2, y2) = points
    near = (x + (x2 - x) / 2, y + (y2 - y) / 2) if abs(y2 - y) < 30 else (x, y - 9)
    return Stroke(points, link.asal == "urutan", checked=near if link.asal == "diputuskan" else None, head=head)


def _curve(plan: Plan, link: Link) -> Stroke:
    cause, effect = plan.spots[link.sebab], plan.spots[link.akibat]
    start, end = (cause.middle + ASIDE, cause.y), (effect.middle + ASIDE, effect.bottom)
    bend = max(24.0, abs(start[1] - end[1]) / 3)
    handles = ((start[0], start[1] - bend), (end[0], end[1] + bend))
    check = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2) if link.asal == "diputuskan" else None
    return Stroke((start, *handles, end), link.asal == "urutan", curve=True, checked=check, head=True)
