"""The name that a person most likely meant: letters swapped or forgotten, another case, another word for the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

ALLOWED = ((2, 0), (5, 1), (9, 2), (10_000, 3))
"""(Letters of the word, letters that may differ): of two letters none, else every short word is like another."""


def nearest(word: str, names: Iterable[str], others: Mapping[str, str] | None = None) -> str | None:
    """The one of `names` that `word` is a slip of; the first of several that are as near; None when it is like none.

    `others`: further words -> the name they stand for ("opd" -> "SKPD").
    """
    bare = _bare(word)
    candidates = {name: name for name in names} | dict(others or {})
    best, least = None, 99
    for spelled, name in candidates.items():
        distance = OSA.distance(bare, _bare(spelled))
        if distance < least and name != word:
            best, least = name, distance
    return best if best is not None and least <= _allowed(len(bare)) else None


def _bare(word: str) -> str:
    return word.casefold().replace("_", "").replace(" ", "")


def _allowed(length: int) -> int:
    return next(allowed for letters, allowed in ALLOWED if length <= letters)
