"""When two sentences are one sentence with a slip of the pen.

In: two sentences from different places of one document. Out: `kinship` says `sama` (they differ in case, spaces or
punctuation only), `ejaan` (a letter slipped inside a word), `terpotong` (one stops early) or nothing. Sentences that
differ in a number, a roman numeral, a name or a word of the genre's own lexicon are never one: "Kelas I" is not
"Kelas II" and "penataan" is not "pendataan", though one letter separates them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from service.bahasa.lexicon import lexicon
from service.bahasa.openings import FUNCTION_WORDS
from service.bahasa.wording import key, words

Kinship = Literal["", "sama", "ejaan", "terpotong"]

SLIPS = ((4, 1), (8, 2), (14, 3))
"""From this length of the longer word on, so many letters may be wrong."""
SLIP_RATIO = 75
"""Below this likeness in per cent two sentences need no closer look."""
CUT_SHARE = 0.45
"""A cut-off sentence keeps at least this share of the whole one."""
CUT_WORDS = 3
"""And so many words; one fewer where something else says that they are one."""
ROMAN = re.compile(r"^[ivxlc]+$")


def kinship(one: str, other: str, corroborated: bool = False) -> Kinship:
    """How two sentences are akin; empty: they are two sentences.

    `corroborated`: something else says that they are one, so that even two words of the lexicon may be a slip.
    """
    if key(one) == key(other):
        return "sama"
    least = CUT_WORDS - corroborated
    if is_cut(one, other, least) or is_cut(other, one, least):
        return "terpotong"
    if not fuzz.ratio(key(one), key(other), score_cutoff=SLIP_RATIO):
        return ""
    return "ejaan" if _slipped(words(one), words(other), corroborated) else ""


def nearness(one: str, other: str) -> float:
    """0 to 1, to choose the best of several akin sentences."""
    return fuzz.ratio(key(one), key(other)) / 100


def is_cut(short: str, whole: str, least: int = CUT_WORDS) -> bool:
    """`short` is the beginning of `whole`, stopped between words or inside one."""
    beginning, rest = words(short), words(whole)
    if len(beginning) < least or len(key(short)) < CUT_SHARE * len(key(whole)) or len(key(short)) >= len(key(whole)):
        return False
    if beginning == rest[: len(beginning)]:
        return True
    last = len(beginning) - 1
    return beginning[:last] == rest[:last] and last < len(rest) and _stops_inside(beginning[last], rest[last])


def unknown_words(text: str) -> int:
    """How many words of `text` the lexicon does not have: of two spellings the one with fewer is likelier right."""
    return sum(1 for word in words(text) if len(word) >= 4 and word not in lexicon())


def doubled_letters(text: str) -> int:
    """Neighbouring equal letters; the usual trace of a key held too long."""
    return sum(1 for left, right in pairwise(text.casefold()) if left == right and left.isalpha())


@lru_cache(maxsize=50_000)
def slip(one: str, other: str, corroborated: bool = False) -> bool:
    """One word is the other with a letter doubled, dropped, swapped or mistyped."""
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()) or ROMAN.match(one) or ROMAN.match(other):
        return False
    if one in lexicon() and other in lexicon() and not corroborated:
        return False
    allowed = max((edits for length, edits in SLIPS if max(len(one), len(other)) >= length), default=0)
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed and _same_frame(one, other)


def _same_frame(one: str, other: str) -> bool:
    """First letters agree (or are swapped): whoever mistypes a word rarely mistypes how it begins."""
    return one[0] == other[0] or sorted(one[:2]) == sorted(other[:2])


def _stops_inside(piece: str, word: str) -> bool:
    return len(piece) >= 3 and piece.isalpha() and not ROMAN.match(piece) and piece != word and word.startswith(piece)


def _slipped(one: Sequence[str], other: Sequence[str], corroborated: bool) -> bool:
    """The same words but for slips, dropped function words and a word broken in two or two run together."""
    left, right, slips = 0, 0, 0
    while left < len(one) or right < len(other):
        step = _step(one[left : left + 2], other[right : right + 2], corroborated)
        if step is None:
            return False
        left, right, slips = left + step[0], right + step[1], slips + 1 - (step == (1, 1) and one[left] == other[right])
    return slips <= max(1, min(len(one), len(other)) // 3)


def _step(here: Sequence[str], there: Sequence[str], corroborated: bool) -> tuple[int, int] | None:
    """How many words to go on at each side; None: the sentences part here."""
    if here and there and slip(here[0], there[0], corroborated):
        return 1, 1
    if len(here) == 2 and there and slip(here[0] + here[1], there[0]):
        return 2, 1
    if len(there) == 2 and here and slip(here[0], there[0] + there[1]):
        return 1, 2
    if here and here[0] in FUNCTION_WORDS:
        return 1, 0
    if there and there[0] in FUNCTION_WORDS:
        return 0, 1
    return None
