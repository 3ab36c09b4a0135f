"""How wide a text is, and where it breaks: the server has no font, so it knows the widths of one.

The widths are those of Arial, which Helvetica and Liberation Sans share letter by letter (measured in a browser, in
thousandths of the font size). `SLACK` covers a reader's machine that has none of the three.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FAMILY = "Arial, 'Liberation Sans', Helvetica, sans-serif"
SLACK = 1.03
ELLIPSIS = "…"

# Space (U+0020) to tilde (U+007E), regular and bold.
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 "
    "556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 "
    "722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 "
    "500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 "
    "556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 "
    "722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 "
    "556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_WIDTHS = tuple({chr(32 + i): int(w) for i, w in enumerate(row.split())} for row in (_REGULAR, _BOLD))
_WIDE = 1000
"""For a sign outside the table and not a letter with an accent: …, —, →, CJK."""


@lru_cache(maxsize=20_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """Width of `text` in the unit of `size`."""
    table = _WIDTHS[bold]
    return sum(table.get(_base(sign), _WIDE) for sign in text) * size * SLACK / 1000


def _base(sign: str) -> str:
    return sign if sign <= "~" else unicodedata.normalize("NFKD", sign)[:1]


def wrap(text: str, room: float, size: float, bold: bool = False, most: int = 0) -> list[str]:
    """`text` in lines no wider than `room`; a longer word breaks inside. With `most`, the last line ends in `…`."""
    lines: list[str] = []
    for word in text.split():
        whole = f"{lines[-1]} {word}" if lines else word
        if lines and width(whole, size, bold) <= room:
            lines[-1] = whole
        else:
            lines.extend(_pieces(word, room, size, bold))
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], room, size, bold)]
    return lines


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """The word, or parts of it where it alone is wider than the line; after `/` and `-` first, else anywhere."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size, bold) > room:
            at = max(pieces[-1].rfind("/"), pieces[-1].rfind("-")) + 1
            head, tail = (pieces[-1][:at], pieces[-1][at:]) if at else (pieces[-1], "")
            pieces[-1:] = [head, tail]
        pieces[-1] += sign
    return pieces


def _shortened(line: str, room: float, size: float, bold: bool) -> str:
    words = line.split(" ")
    while len(words) > 1 and width(" ".join(words) + " " + ELLIPSIS, size, bold) > room:
        words.pop()
    return " ".join(words) + " " + ELLIPSIS
