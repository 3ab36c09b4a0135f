"""The colours of the picture as it lies on paper, and how numbers and words are written into SVG."""

from __future__ import annotations

import re
from html import escape

INK, QUIET, PAPER, EDGE, GOOD, HIT = "#10263b", "#46586a", "#ffffff", "#5f7386", "#1b6b3a", "#b45309"

LEVELS: tuple[tuple[str, str], ...] = (
    (PAPER, INK),  # 0: a level that the ladder does not know; dashed frame
    ("#173a5e", PAPER),
    ("#2b638f", PAPER),
    ("#9cc3e4", INK),
    ("#d3e5f4", INK),
    ("#f4f8fc", INK),
)
"""Back and ink by `Box.langkah`, the ramp of static/css/tokens.css; its dark twin is in pohon.css."""
LIGHT = 3
"""From this step on, and for 0, a box needs a frame of its own to stand out from paper."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def t(text: str) -> str:
    """`text` for the inside of an element or of a quoted attribute."""
    return escape(_NOT_XML.sub("", text))


def n(number: float) -> str:
    """A coordinate, to a tenth."""
    return f"{number:.1f}".removesuffix(".0")


def words(x: float, y: float, text: str, size: float, colour: str = INK, bold: bool = False) -> str:
    """A line of text on paper."""
    weight = ' font-weight="700"' if bold else ""
    kind = "tinta" if colour == INK else "pelan"
    place = f'x="{n(x)}" y="{n(y)}" font-size="{n(size)}"{weight}'
    return f'<text class="{kind}" {place} fill="{colour}">{t(text)}</text>'


def check_sign(x: float, y: float) -> str:
    """The check of a link that a person decided."""
    return (
        f'<g class="cek" fill="none" stroke="{GOOD}"><circle cx="{n(x)}" cy="{n(y)}" r="6.5" fill="{PAPER}" '
        f'stroke-width="1.4"/><path d="M{n(x - 3)},{n(y)} l2.2,2.6 l4,-5" stroke-width="1.8"/></g>'
    )


def arrow_head(x: float, y: float) -> str:
    """Points up to the effect."""
    return f'<path class="panah" d="M{n(x)},{n(y)} l-4.5,8 h9 z" fill="{EDGE}" stroke="none"/>'
