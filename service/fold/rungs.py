"""Words laid over the levels of a ladder in order, each on a rung of its own.

In: words and levels, both from top to bottom, and how much speaks for each pair. Out: word -> level. Used where single
rows contradict each other: that "sasaran program" stands above "sasaran kegiatan" is surer than any one of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Evidence = Mapping[tuple[str, str], int]
"""(word, level) -> how much speaks for it."""


def each_its_own(words: Sequence[str], levels: Sequence[str], evidence: Evidence) -> dict[str, str]:
    """The order-keeping assignment with the most evidence; empty if there are more words than levels."""
    if len(words) > len(levels):
        return {}
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())] * (len(levels) + 1)
    for count, word in enumerate(words, 1):
        best = _one_more(best, word, count, levels, evidence)
    return dict(zip(words, best[-1][1], strict=True))


def stands(words: Sequence[str], found: Mapping[str, str], levels: Sequence[str]) -> bool:
    """`found` keeps the order and leaves no level without a word: then two words may well share one."""
    places = [levels.index(found[word]) for word in words if found.get(word) in levels]
    return len(places) == len(words) and places == sorted(places) and set(places) == set(range(len(levels)))


def _one_more(
    best: list[tuple[int, tuple[str, ...]]], word: str, count: int, levels: Sequence[str], evidence: Evidence
) -> list[tuple[int, tuple[str, ...]]]:
    """best[n]: the most evidence for the words so far on the first n levels; a lower index has too few levels."""
    longer: list[tuple[int, tuple[str, ...]]] = [(-1, ())] * (len(levels) + 1)
    for place in range(count, len(levels) + 1):
        score, taken = best[place - 1]
        level = levels[place - 1]
        here = (score + evidence.get((word, level), 0), (*taken, level))
        longer[place] = max(longer[place - 1], here, key=lambda option: option[0])
    return longer
