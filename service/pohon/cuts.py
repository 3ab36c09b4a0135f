"""Gaps pushed open where a sheet of paper ends, so that no cut goes through a box.

In: places, and the size of a sheet in px. Out: the same places moved right and down. Where a cut would cross a box,
that box and all that begins beyond its upper (or left) edge moves past the cut: what was under something stays under
it, what was beside something stays beside it, and nothing comes to overlap.
"""

from __future__ import annotations

from collections.abc import Mapping

from service.pohon.layout import ROWS, Spot

CLEAR = 4.0
"""px between a cut and the nearest box."""


def pushed_clear(places: Mapping[str, Spot], tile: tuple[float, float]) -> dict[str, Spot]:
    """The places with every box on one side of every cut."""
    across = _clear_cuts({name: (spot.x, spot.right) for name, spot in places.items()}, tile[0])
    down = _clear_cuts(blocks(places), tile[1])
    return {name: spot.moved(across[name], down[_block(name, spot)]) for name, spot in places.items()}


def blocks(places: Mapping[str, Spot]) -> dict[str, tuple[float, float]]:
    """Upper and lower edge of what must stay at one height: a row of boxes, or a box that stands by itself."""
    edges: dict[str, tuple[float, float]] = {}
    for name, spot in places.items():
        top, bottom = edges.get(_block(name, spot), (spot.y, spot.bottom))
        edges[_block(name, spot)] = (min(top, spot.y), max(bottom, spot.bottom))
    return edges


def _block(name: str, spot: Spot) -> str:
    return name if spot.row == ROWS else f"baris {spot.row}"


def _clear_cuts(extents: Mapping[str, tuple[float, float]], tile: float) -> dict[str, float]:
    """How far each extent moves so that none crosses a multiple of `tile`; what began later stays later."""
    shift = dict.fromkeys(extents, 0.0)
    edge = tile
    while any(end + shift[name] > edge - CLEAR for name, (_, end) in extents.items()):
        crossing = [
            start + shift[name]
            for name, (start, end) in extents.items()
            if start + shift[name] < edge + CLEAR and end + shift[name] > edge - CLEAR
        ]
        if crossing:
            first = min(crossing)
            for name, (start, _) in extents.items():
                if start + shift[name] >= first:
                    shift[name] += edge + CLEAR - first
        edge += tile
    return shift
