"""Which of many sentences mean each other: pairs that are each other's single best match.

In: two sets of sentences under their keys. Out: pairs of keys with how alike they are. Sentences that differ in a
number, a roman numeral or a single letter never pair, however alike the rest is: `Kelas I` is not `Kelas II`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from service.bahasa.wording import words

MOST_PAIRS = 1_000_000
"""More comparisons than this are not made: a document that shares nothing with the old one has nothing to recognise."""

_TELLING = re.compile(r"\d|^[ivx]+$|^[a-z]$")


def mutual_best(left: Mapping[str, str], right: Mapping[str, str], least: float) -> list[tuple[str, str, float]]:
    """Pairs of keys whose sentences are each other's single best match, at least `least` alike (0 to 1)."""
    if len(left) * len(right) > MOST_PAIRS:
        return []
    scores = dict(_scores(_prepared(left), _prepared(right), least))
    best_right = _single_best((a, b, s) for (a, b), s in scores.items())
    best_left = _single_best((b, a, s) for (a, b), s in scores.items())
    return [(a, b, scores[a, b]) for a, b in best_right.items() if best_left.get(b) == a]


def _prepared(sentences: Mapping[str, str]) -> list[tuple[str, str, list[str]]]:
    """(key, letters to compare, words that tell apart) of each sentence, worked out once."""
    split = {key: words(sentence) for key, sentence in sentences.items()}
    return [(key, "".join(found), [w for w in found if _TELLING.search(w)]) for key, found in split.items()]


def _scores(
    left: list[tuple[str, str, list[str]]], right: list[tuple[str, str, list[str]]], least: float
) -> Iterable[tuple[tuple[str, str], float]]:
    for key, letters, telling in left:
        for other, its_letters, its_telling in right:
            score = fuzz.ratio(letters, its_letters, score_cutoff=least * 100) / 100
            if score and telling == its_telling:
                yield (key, other), score


def _single_best(scored: Iterable[tuple[str, str, float]]) -> dict[str, str]:
    """Key -> its best partner, where no second one is as good."""
    partners: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for key, partner, score in scored:
        partners[key].append((score, partner))
    ranked = {key: sorted(found, reverse=True) for key, found in partners.items()}
    return {key: found[0][1] for key, found in ranked.items() if len(found) == 1 or found[0][0] > found[1][0]}
