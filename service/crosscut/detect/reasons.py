"""The shares of a score as a person reads them: few, named, adding up to the score.

In: a row of `Scores` and what the two conditions say. Out: the five weightiest terms and the rest in one, each with the
words to mark. A plain word that stands inside a shared concept on both sides counts with it: "dana" and "desa" and
*dana desa* are one reason, not three.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from service.crosscut.detect.saying import Saying
from service.crosscut.detect.terms import BODY, CONCEPT
from service.crosscut.statement import REST, Share

NAMED = 5
"""Terms told by name."""


def reasons(shares: Mapping[str, float], a: Saying, b: Saying) -> tuple[float, tuple[Share, ...]]:
    """The score, and shares that add up to it."""
    score = fsum(shares.values())
    gathered = sorted(_gathered(shares, a, b).items(), key=_weightiest_first)
    told = tuple(_share(term, weight, a, b) for term, weight in gathered[:NAMED])
    if len(gathered) <= NAMED:
        return score, told
    return score, (*told, Share(REST, score - fsum(share.bobot for share in told)))


def _gathered(shares: Mapping[str, float], a: Saying, b: Saying) -> dict[str, float]:
    """Words added to the weightiest concept that holds them on both sides."""
    whole = dict(shares)
    for term, share in shares.items():
        here, there = a.inside.get(term), b.inside.get(term)
        around = [concept for concept in here & there if concept in shares] if here and there else None
        if around:
            whole[max(around, key=lambda concept: (shares[concept], concept))] += share
            del whole[term]
    return whole


def _weightiest_first(one: tuple[str, float]) -> tuple[float, str]:
    return -one[1], one[0]


def _share(term: str, weight: float, a: Saying, b: Saying) -> Share:
    words_a, words_b = a.words.get(term, ()), b.words.get(term, ())
    if term.startswith(CONCEPT):
        return Share(term.removeprefix(CONCEPT), weight, words_a, words_b, konsep=True)
    if term.startswith(BODY):
        return Share(term.removeprefix(BODY), weight, words_a, words_b)
    name = next((words[0] for words in (words_a, words_b) if words), term)
    return Share(name.casefold(), weight, words_a, words_b)
