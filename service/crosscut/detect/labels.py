"""Shared terms as a person writes them: abbreviations in capitals, an object in the words of both texts.

In: a share of a score. Out: what pages, files and the terminal call it. A glossary names its concepts in small letters
and often shortly ("stbm"); who reads a list before a meeting knows the words of the two sentences.
"""

from __future__ import annotations

import re

NO_VOWEL = re.compile(r"\b(?=\w*[^\W\d_])[^\W_aeiou]{2,}\b")
"""No word of Indonesian, so an abbreviation: ktp, stbm, lp2b."""
WITH_VOWELS = re.compile(
    r"\b(?:abk|akb|aki|ape|apbd|asi|asn|babs|bumd|bumn|esdm|ham|hiv|ikd|ikm|ipal|iplt|ipm|kia|kie|kla|koni|kua"
    r"|odf|odgj|odol|osis|pad|paud|pju|pmi|posbindu|ptsp|tni|umkm|uptd|p2tp2a|p3a)\b"
)
"""Those that one could take for a word."""


def spelled(term: str) -> str:
    """`perekaman KTP` for `perekaman ktp`."""
    return WITH_VOWELS.sub(_capitals, NO_VOWEL.sub(_capitals, term))


def _capitals(found: re.Match[str]) -> str:
    return found[0].upper()
