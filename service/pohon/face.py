"""What stands in one box: level and statement on the level's colour, indicators and owner on white under it.

In: a `Box`. Out: a `Face`: lines of text and boxes of partners with their place in it, and the height that they need. A
statement is never cut. Indicators are two at most, in two lines each, then "+2 indikator lagi"; with `full` all of
them, uncut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.pohon.crossing import Chip, chips
from service.pohon.lettering import wrap
from service.pohon.tree import Box

WIDTH = 216.0
PAD = 10.0
STRIP = 22.0
ROOM = WIDTH - 2 * PAD
BULLET = 10.0
"""Room for the dot in front of an indicator."""
FEW = 2
"""Indicators, and lines of each, in the short form."""

Style = Literal["tingkat", "uraian", "indikator", "pengampu", "juga"]


@dataclass(frozen=True, slots=True)
class Lettering:
    """How one kind of text is set."""

    size: float
    leading: float
    """Distance from line to line."""
    bold: bool = False


STYLES: dict[Style, Lettering] = {
    "tingkat": Lettering(10.5, 13, bold=True),
    "uraian": Lettering(13, 16.5, bold=True),
    "indikator": Lettering(11.5, 14.5),
    "pengampu": Lettering(11.5, 14.5, bold=True),
    "juga": Lettering(11, 14),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `x`, `y` are its start on the base line, from the box's upper left corner."""

    text: str
    style: Style
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Face:
    """A box that is ready to be placed."""

    box: Box
    lines: tuple[Line, ...]
    dots: tuple[float, ...]
    """Heights of the dots in front of indicators."""
    chips: tuple[Chip, ...]
    """Boxes of partners."""
    head: float
    """Height of the coloured part."""
    height: float


def face(box: Box, also: Sequence[str] = (), full: bool = False) -> Face:
    """The face of `box`; `also` are sentences to stand under the indicators."""
    page = _Page()
    page.y = STRIP
    page.add(wrap(box.uraian, ROOM, 13, bold=True) or ["(tanpa kalimat)"], "uraian")
    head = page.y + 7
    page.y = head + 4
    for name in box.indikator if full else box.indikator[:FEW]:
        page.dots.append(page.y + 9)
        page.add(wrap(name, ROOM - BULLET, 11.5, most=0 if full else FEW), "indikator", BULLET)
        page.y += 2
    hidden = 0 if full else len(box.indikator) - FEW
    if hidden > 0:
        page.add([f"+{hidden} indikator lagi"], "indikator", BULLET)
    for sentence in also:
        page.add(wrap(sentence, ROOM, 11), "juga")
    if box.pengampu:
        page.y += 1
        page.add(wrap(box.pengampu, ROOM, 11.5, bold=True), "pengampu")
    partners = chips(box.lintas, page.y + 3, ROOM, full)
    if partners:
        page.y = partners[-1].y + partners[-1].height + 1
    bottom = page.y + 7 if page.y > head + 4 else head
    top_line = Line(_strip_text(box), "tingkat", PAD, 15)
    return Face(box, (top_line, *page.lines), tuple(page.dots), partners, head, round(bottom, 1))


def _strip_text(box: Box) -> str:
    """Short name and level, as much of it as fits beside the focus sign."""
    name = f"{box.singkat} · {box.tingkat}" if box.singkat != box.tingkat else box.tingkat
    return wrap(name, ROOM - 18, 10.5, bold=True, most=1)[0] if name.strip() else "tanpa tingkat"


class _Page:
    """Lines set one under another; `y` is where the next one begins."""

    def __init__(self) -> None:
        self.y = 0.0
        self.lines: list[Line] = []
        self.dots: list[float] = []

    def add(self, texts: Sequence[str], style: Style, indent: float = 0) -> None:
        letter = STYLES[style]
        for text in texts:
            self.lines.append(Line(text, style, PAD + indent, round(self.y + letter.size, 1)))
            self.y += letter.leading
