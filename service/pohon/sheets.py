"""The picture on paper: sheets that are glued together, and never a cut through a box.

In: what `draw` takes, a paper, an orientation and a size. Out: `Sheets`: the drawing with gaps pushed open where a
sheet ends, its scale, and one `Sheet` per piece of paper. Cutting: where a sheet's edge would cross a box, that box
and all that begins beyond it moves on to the next sheet; lines only get longer. The scale is the largest that fits on
one sheet, or the one at which statements are readable and then as many sheets as it takes; it shrinks where a box
alone is larger than a sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from service.pohon.cuts import CLEAR, blocks, pushed_clear
from service.pohon.drawing import Drawing, moved
from service.pohon.layout import Spot

Paper = Literal["A4", "A3", "A2", "A1", "A0"]
Orientation = Literal["lanskap", "potret"]
Size = Literal["terbaca", "satu"]

PAPERS: dict[Paper, tuple[float, float]] = {
    "A4": (210, 297),
    "A3": (297, 420),
    "A2": (420, 594),
    "A1": (594, 841),
    "A0": (841, 1189),
}
"""Width and height upright, in mm."""

EDGE = 8.0
"""mm that a printer leaves white on each side."""
FOOT = 15.0
"""mm under the picture for the foot line and the key map."""
OVERLAP = 8.0
"""mm at the right and lower side that the next sheet is glued on; lines run on into it, boxes do not."""
READABLE = 0.177
"""mm per px: a statement of 13 px comes out at 6.5 pt, and fills a single sheet if it can."""
SEVERAL = (1.3, 1.2, 1.1, 1.0, 0.96, 0.93)
"""Times READABLE: what is tried on several sheets. Larger where it costs no sheet, down to 6 pt where it saves one."""
LARGEST = 0.6
"""mm per px at most: a small tree need not fill an A0 with letters for a poster."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One piece of paper."""

    baris: int
    """Row of sheets, from 1."""
    kolom: int
    window: Spot
    """Its part of the picture, in px; boxes lie wholly inside."""


@dataclass(frozen=True)
class Sheets:
    """The picture, cut."""

    drawing: Drawing
    paper: Paper
    width: float
    """Of the paper as it lies, in mm."""
    height: float
    scale: float
    """mm per px."""
    sheets: tuple[Sheet, ...]
    rows: int
    columns: int

    @property
    def overlap(self) -> float:
        """px of glue strip; a single sheet has none."""
        return OVERLAP / self.scale if len(self.sheets) > 1 else 0.0

    @property
    def point_size(self) -> float:
        """Size of a statement on this paper, in points."""
        return 13 * self.scale / 25.4 * 72


def lay_out(
    picture: Callable[[int], Drawing], most_listed: int, paper: Paper, orientation: Orientation, size: Size = "terbaca"
) -> Sheets:
    """The fewest sheets, then the largest letters, over every way to list; `picture(listed)` draws one of them."""
    tried = [cut(picture(listed), paper, orientation, size) for listed in range(1, most_listed + 1)]
    return min(tried, key=_costs)


def cut(drawing: Drawing, paper: Paper, orientation: Orientation, size: Size = "terbaca") -> Sheets:
    """`drawing` on this paper."""
    short, long = PAPERS[paper]
    width, height = (long, short) if orientation == "lanskap" else (short, long)
    room = (width - 2 * EDGE, height - 2 * EDGE - FOOT)
    one = min(room[0] / drawing.width, room[1] / drawing.height, LARGEST)
    if size == "satu" or one >= READABLE:
        whole = Spot(0, 0, room[0] / one, room[1] / one)
        middle = (whole.width - drawing.width) / 2
        centred = moved(drawing, {name: spot.moved(x=middle) for name, spot in drawing.places.items()})
        return Sheets(centred, paper, width, height, one, (Sheet(1, 1, whole),), 1, 1)
    return _many(drawing, paper, width, height, (room[0] - OVERLAP, room[1] - OVERLAP))


def _many(drawing: Drawing, paper: Paper, width: float, height: float, room: tuple[float, float]) -> Sheets:
    spots = drawing.places.values()
    widest = max(spot.width for spot in spots) + 2 * CLEAR
    tallest = max(bottom - top for top, bottom in blocks(drawing.places).values()) + 2 * CLEAR
    limit = min(room[0] / widest, room[1] / tallest)
    scales = dict.fromkeys(min(READABLE * times, limit) for times in SEVERAL)
    tried = [_at_scale(drawing, paper, width, height, room, scale) for scale in scales]
    return min(tried, key=_costs)


def _costs(sheets: Sheets) -> tuple[int, float]:
    return len(sheets.sheets), -sheets.scale


def _at_scale(
    drawing: Drawing, paper: Paper, width: float, height: float, room: tuple[float, float], scale: float
) -> Sheets:
    tile = (room[0] / scale, room[1] / scale)
    places = pushed_clear(drawing.places, tile)
    # A curve over several sheets is no help to anyone; the box says its further parents in words.
    straight = moved(drawing, places)
    pushed = replace(straight, strokes=[stroke for stroke in straight.strokes if not stroke.curve])
    cells = sorted(_cells(pushed, tile))
    used = tuple(Sheet(r + 1, c + 1, Spot(c * tile[0], r * tile[1], *tile)) for r, c in cells)
    rows, columns = max(r for r, _ in cells) + 1, max(c for _, c in cells) + 1
    return Sheets(pushed, paper, width, height, scale, used, rows, columns)


def _cells(drawing: Drawing, tile: tuple[float, float]) -> set[tuple[int, int]]:
    """Row and column, from 0, of every sheet that a box or a line stands on."""
    frames = [*drawing.places.values(), *(stroke.frame for stroke in drawing.strokes)]
    return {
        (row, column)
        for frame in frames
        for row in range(int(frame.y / tile[1]), int(frame.bottom / tile[1]) + 1)
        for column in range(int(frame.x / tile[0]), int(frame.right / tile[0]) + 1)
    }
