"""The words of this genre: those of the national nomenclature, and the result verbs that open a condition.

Two words that are both in it are two words, however alike: "penataan" is no slip for "pendataan". Of two spellings the
one that is in it is likelier right. A list, one word a line, in `kata.txt`; add to it what a document shows missing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def lexicon() -> frozenset[str]:
    """Words in small letters, four letters and more."""
    return frozenset((Path(__file__).parent / "kata.txt").read_text(encoding="utf-8").split())
