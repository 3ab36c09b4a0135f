"""Is this word of a sentence the one that a person typed: the same, another form of it, or the same with a slip?

In: two words in small letters without accents. Out: a weight, 1 for the same word, 0 for another. The stem is a guess
that only has to be the same guess on both sides; `memelihara`, `pelihara` and `pemeliharaan` lose and gain letters at
the front (p, t, k, s melt into the prefix), so two stems agree when one ends in the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

STOP_WORDS = frozenset(
    {
        *("dan", "di", "ke", "yang", "dengan", "dalam", "untuk", "atas"),
        *("pada", "dari", "serta", "atau", "oleh", "para", "tentang"),
    }
)
PREFIXES = re.compile(r"^(meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)(?=\w{4})")
PARTICLES = re.compile(r"(?<=\w{4})(nya|lah|kah|pun)$")
SUFFIXES = re.compile(r"(?<=\w{4})(ikan|kan|an|i)$")
MELTING = "ptks"
"""First letters that a prefix swallows: sedia, menyediakan."""
SHORTEST_STEM = 4
SURE_STEM = 6
"""From this length on, a stem that ends in another is the same one (rencana, encana); `ruang` and `uang` are not."""
LAYERS = 2
"""Prefixes that may stand before each other: ter-se-lenggara."""

SAME, FORM, BEGINNING, SLIP = 1.0, 0.8, 0.7, 0.5


def tokens(text: str) -> list[tuple[str, int, int]]:
    """(word in small letters without accents, start, end) of every word in `text`."""
    return [(fold(found[0]), found.start(), found.end()) for found in re.finditer(r"[^\W_]+", text)]


def content_words(text: str) -> list[str]:
    """The words of a query that say something; a query of nothing but particles keeps them."""
    words = list(dict.fromkeys(word for word, _, _ in tokens(text)))
    return [word for word in words if word not in STOP_WORDS] or words


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Small letters, no accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """`pelayanan`, `layanan`, `melayani` -> `layan`; never shorter than four letters."""
    return stems(word)[-1]


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """What is left after each layer of prefixes: (`selenggara`, `lenggara`); the `ke` of `kelola` is no prefix."""
    rest = [SUFFIXES.sub("", PARTICLES.sub("", word))]
    for _ in range(LAYERS):
        rest.append(PREFIXES.sub("", rest[-1]))
    return tuple(dict.fromkeys(rest))


@lru_cache(maxsize=50_000)
def likeness(typed: str, word: str) -> float:
    """How well `word` answers to what was typed: SAME, FORM, BEGINNING, SLIP or 0."""
    if typed == word:
        return SAME
    if any(_same_stem(one, other) for one in stems(typed) for other in stems(word)):
        return FORM
    if len(typed) >= 3 and word.startswith(typed):
        return BEGINNING
    allowed = slips(typed)
    return SLIP if allowed and DamerauLevenshtein.distance(typed, word, score_cutoff=allowed) <= allowed else 0.0


def slips(word: str) -> int:
    """Wrong letters that are forgiven in a word of this length."""
    return 0 if len(word) < 5 or word.isdigit() else 1 if len(word) < 8 else 2


def _same_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or len(short) < SHORTEST_STEM or not long.endswith(short):
        return short == long
    more = len(long) - len(short)
    return (more == 1 and long[0] in MELTING) or (more <= 2 and len(long) >= SURE_STEM)
