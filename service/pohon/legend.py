"""Title and legend of the picture: how much room they need, and how they are written.

In: the words of the title, the levels. Out: SVG beside or above the topmost box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.pohon.crossing import MEANINGS, State, frame_svg
from service.pohon.ink import EDGE, LEVELS, QUIET, arrow_head, check_sign, n, t, words
from service.pohon.layout import Spot
from service.pohon.lettering import width, wrap

TITLE_ROOM = 420.0
TITLE_SIZE, TITLE_LEADING = 20.0, 24.0
NOTE_SIZE, NOTE_LEADING = 12.5, 17.0
LEGEND_LINE = 20.0
LINKS_ROOM = 210.0

LINK_KINDS = {
    "tersurat": "tertulis di dokumen",
    "urutan": "disimpulkan dari urutan baris",
    "diputuskan": "diputuskan orang",
}
DIRECTION = "bawah menopang atas"


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above the picture."""

    judul: str
    """`Pohon kinerja Kecamatan Batumandi`."""
    keterangan: tuple[str, ...]
    """Lines under it: year and version, revision and date, what is shown."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One level of the legend."""

    singkat: str
    tingkat: str
    langkah: int


def title_room(heading: Heading) -> Spot:
    """The room that title and notes take, at no place yet."""
    lines = [width(line, TITLE_SIZE, bold=True) for line in _title_lines(heading)]
    notes = [width(note, NOTE_SIZE) for note in heading.keterangan]
    return Spot(0, 0, max(lines + notes), TITLE_LEADING * len(lines) + NOTE_LEADING * len(notes) + 8)


def legend_room(legend: Sequence[LegendEntry], crossings: Sequence[State] = ()) -> Spot:
    """The room that the legend takes, at no place yet."""
    levels = max((width(entry.tingkat, 11.5) + 70 for entry in legend), default=0)
    return Spot(0, 0, levels + LINKS_ROOM, 26 + LEGEND_LINE * max(len(legend), len(LINK_KINDS) + 1 + len(crossings)))


def title_svg(spot: Spot, heading: Heading) -> str:
    y, parts = spot.y + TITLE_SIZE, []
    for line in _title_lines(heading):
        parts.append(words(spot.x, y, line, TITLE_SIZE, bold=True))
        y += TITLE_LEADING
    for note in heading.keterangan:
        parts.append(words(spot.x, y - 2, note, NOTE_SIZE, QUIET))
        y += NOTE_LEADING
    return f'<g class="judul">{"".join(parts)}</g>'


def legend_svg(spot: Spot, legend: Sequence[LegendEntry], crossings: Sequence[State] = ()) -> str:
    parts = [words(spot.x, spot.y + 14, "Keterangan", NOTE_SIZE, bold=True)]
    for nth, entry in enumerate(legend):
        y = spot.y + 22 + nth * LEGEND_LINE
        parts.append(_level(spot.x, y, entry))
        parts.append(words(spot.x + 40, y + 12, entry.tingkat, 11.5))
    return f'<g class="legenda">{"".join(parts)}{_links(spot.right - LINKS_ROOM, spot.y + 30, crossings)}</g>'


def _title_lines(heading: Heading) -> list[str]:
    return wrap(heading.judul, TITLE_ROOM, TITLE_SIZE, bold=True)


def _level(x: float, y: float, entry: LegendEntry) -> str:
    back, ink = LEVELS[entry.langkah]
    dash = ' stroke-dasharray="4 3"' if entry.langkah == 0 else ""
    return (
        f'<g class="t{entry.langkah}"><rect class="kepala bingkai" x="{n(x)}" y="{n(y)}" width="32" height="16" '
        f'rx="3" fill="{back}" stroke="{EDGE}" stroke-width="1"{dash}/>'
        f'<text class="di-kepala" x="{n(x + 16)}" y="{n(y + 12)}" font-size="10.5" font-weight="700" '
        f'text-anchor="middle" fill="{ink}">{t(entry.singkat)}</text></g>'
    )


def _links(x: float, y: float, crossings: Sequence[State]) -> str:
    parts = []
    for kind, name in LINK_KINDS.items():
        dash = ' stroke-dasharray="6 4"' if kind == "urutan" else ""
        parts.append(f'<path class="contoh" d="M{n(x)},{n(y)} h32" {_PEN}{dash}/>')
        parts.append(check_sign(x + 16, y) if kind == "diputuskan" else "")
        parts.append(words(x + 40, y + 4, name, 11.5))
        y += LEGEND_LINE
    parts.append(f'<path class="contoh" d="M{n(x + 16)},{n(y + 8)} v-10" {_PEN}/>{arrow_head(x + 16, y - 8)}')
    parts.append(words(x + 40, y + 4, DIRECTION, 11.5))
    for state in crossings:
        y += LEGEND_LINE
        parts.append(frame_svg(state, x, y - 7, 32, 14))
        parts.append(words(x + 40, y + 4, MEANINGS[state], 11.5))
    return "".join(parts)


_PEN = f'fill="none" stroke="{EDGE}" stroke-width="1.6"'
