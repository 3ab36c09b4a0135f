"""Which words of a sentence were changed.

In: a sentence before and after. Out: pieces in reading order, each the same, taken away or put in. Two sentences that
share almost nothing are told as one taken away and one put in: a mosaic of single words helps nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sign = Literal["sama", "hapus", "sisip"]

LEAST_SHARED = 0.3
"""Below this share of words in common a sentence is told as a whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some neighbouring words."""

    teks: str
    tanda: Sign


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both sentences; without those put in it reads as before, without those taken away as after."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST_SHARED:
        return _some(Piece(before, "hapus"), Piece(after, "sisip"))
    found: list[Piece] = []
    for what, left, left_end, right, right_end in matcher.get_opcodes():
        if what == "equal":
            found.append(Piece(" ".join(old[left:left_end]), "sama"))
        else:
            gone = Piece(" ".join(old[left:left_end]), "hapus")
            found += _some(gone, Piece(" ".join(new[right:right_end]), "sisip"))
    return tuple(found)


def _some(*given: Piece) -> tuple[Piece, ...]:
    return tuple(piece for piece in given if piece.teks)
