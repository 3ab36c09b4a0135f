"""What is marked on a page: the words that a search found, and the cells of a row that a fact was read from.

In: a text with spans, or the cells of a row with a fact. Out: safe HTML with <mark>, or the indexes of the cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

SAME_CELL = 0.8
"""From this likeness on a cell is taken as the one a fact was read from, although it was repaired."""


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """`text` with <mark> around every (start, end); spans may come unordered, an overlap is marked once."""
    done, out = 0, Markup()
    for start, end in sorted(spans):
        start = max(start, done)
        if end > start:
            out += escape(text[done:start]) + Markup("<mark>{}</mark>").format(text[start:end])
            done = end
    return out + escape(text[done:])


def told_cells(cells: Sequence[str], fact: str) -> set[int]:
    """Indexes of the cells that `fact` was read from: those that hold it, else the one most like it."""
    wanted = _plain(fact)
    if not wanted:
        return set()
    holding = {i for i, cell in enumerate(cells) if wanted in _plain(cell)}
    return holding or _most_like(cells, wanted)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _most_like(cells: Sequence[str], wanted: str) -> set[int]:
    matcher = SequenceMatcher(None, b=wanted, autojunk=False)
    likeness = []
    for i, cell in enumerate(cells):
        matcher.set_seq1(_plain(cell))
        likeness.append((matcher.ratio(), i))
    best = max(likeness, default=(0.0, 0))
    return {best[1]} if best[0] >= SAME_CELL else set()
