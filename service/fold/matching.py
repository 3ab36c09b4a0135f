"""Words of one witness matched to the levels of another by how often they stand on the same kinerja.

In: (label, level, weight) of each kinerja, and what the usual ladder says of a label. Out: label -> levels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

SHARE = 0.3
"""A second level belongs to a label from this share of its kinerja on."""
WHOLE = 2
"""Weight of one kinerja's evidence; each further witness that agrees adds half of it."""
HINT = 1
"""Weight of the usual ladder beside it."""


def match(pairs: Iterable[tuple[str, str, int]], hints: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Label -> levels it stands for here: the one it stands beside most, and a second that is nobody else's.

    `hints` break ties, and win where a label's only evidence is a level that clearly belongs to another label.
    """
    counts: dict[str, Counter[str]] = {}
    for label, level, weight in pairs:
        counts.setdefault(label, Counter())[level] += weight
    taken: dict[str, tuple[str, int]] = {}
    for label in sorted(counts, key=lambda name: (-max(counts[name].values()), name)):
        taken[label] = _favourite(counts[label], hints.get(label, ""), taken)
    chosen = {level for level, _ in taken.values()}
    return {label: (level, *_second(counts[label], level, chosen)) for label, (level, _) in taken.items()}


def _favourite(count: Counter[str], hint: str, taken: Mapping[str, tuple[str, int]]) -> tuple[str, int]:
    def weight(level: str) -> tuple[int, str]:
        foreign = any(level == other and times > count[level] for other, times in taken.values())
        return count[level] + (HINT if level == hint else 0) - (WHOLE if foreign else 0), level

    best = max({*count, *([hint] if hint else [])}, key=weight)
    return best, count[best]


def _second(count: Counter[str], first: str, chosen: set[str]) -> list[str]:
    others = [level for level in count if level != first and level not in chosen]
    return sorted(level for level in others if count[level] == count[first] or _often(count[level], count.total()))


def _often(times: int, total: int) -> bool:
    return times >= 2 * WHOLE and times >= SHARE * total
