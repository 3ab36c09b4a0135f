"""Crosscutting in the picture: a small box with a double frame for each partner, at the foot of the kinerja's own box.

In: the partners of a box. Out: `Chip`s with their place in it, their SVG, and the words of the legend. Agreed is a
double solid frame, said by one side a double dashed one, only detected a single dotted one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.pohon.ink import INK, n, t
from service.pohon.lettering import wrap

CROSS = "#7b3fa0"
State = Literal["disepakati", "satu pihak", "terdeteksi"]

MEANINGS: dict[State, str] = {
    "disepakati": "crosscutting disepakati",
    "satu pihak": "crosscutting baru satu pihak",
    "terdeteksi": "crosscutting terdeteksi",
}
DASHES: dict[State, str] = {"disepakati": "", "satu pihak": "5 3", "terdeteksi": "1.5 2.5"}
FEW = 3
"""Partners in the short form."""
SIZE, LEADING, INSET, GAP = 10.5, 13.0, 8.0, 4.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One partner of a box."""

    nama: str
    keadaan: State
    banyak: int = 1
    """Pairs with it."""

    @property
    def teks(self) -> str:
        return f"{self.nama} ({self.banyak})" if self.banyak > 1 else self.nama


@dataclass(frozen=True, slots=True)
class Chip:
    """The small box of one partner, or of those that there is no room for."""

    keadaan: State
    baris: tuple[str, ...]
    y: float
    """Upper edge, from that of the kinerja's box."""

    @property
    def height(self) -> float:
        return LEADING * len(self.baris) + 8


def chips(marks: Sequence[Mark], top: float, room: float, full: bool) -> tuple[Chip, ...]:
    """The boxes of `marks` from `top` down in a column `room` wide; `full`: all of them, uncut."""
    shown = marks if full else marks[:FEW]
    texts = [(mark.keadaan, mark.teks) for mark in shown]
    if len(marks) > len(shown):
        texts.append((marks[len(shown)].keadaan, f"+{len(marks) - len(shown)} mitra lagi"))
    made: list[Chip] = []
    for state, text in texts:
        lines = wrap(text, room - 2 * INSET, SIZE, most=0 if full else 1)
        made.append(Chip(state, tuple(lines), top))
        top += made[-1].height + GAP
    return tuple(made)


def chip_svg(chip: Chip, x: float, room: float) -> str:
    """The small box at `x`."""
    frames = frame_svg(chip.keadaan, x, chip.y, room, chip.height)
    lines = "".join(
        f'<text class="di-badan" x="{n(x + INSET)}" y="{n(chip.y + 4 + SIZE - 0.3 + LEADING * nth)}" '
        f'font-size="{n(SIZE)}" fill="{INK}">{t(text)}</text>'
        for nth, text in enumerate(chip.baris)
    )
    return f'<g class="lintas">{frames}{lines}</g>'


def frame_svg(state: State, x: float, y: float, wide: float, high: float) -> str:
    """Double, or single for what was only detected."""
    dash = f' stroke-dasharray="{DASHES[state]}"' if DASHES[state] else ""
    insets = (0.0,) if state == "terdeteksi" else (0.0, 2.6)
    return "".join(
        f'<rect class="lintas-garis" x="{n(x + by)}" y="{n(y + by)}" width="{n(wide - 2 * by)}" '
        f'height="{n(high - 2 * by)}" rx="3" fill="none" stroke="{CROSS}" stroke-width="1.1"{dash}/>'
        for by in insets
    )


def states_of(marks: Sequence[Mark]) -> tuple[State, ...]:
    """Those that occur, in the order of the legend."""
    there = {mark.keadaan for mark in marks}
    return tuple(state for state in MEANINGS if state in there)
