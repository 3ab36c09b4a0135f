"""Rounds in which every contender runs once, so that a noisy moment hits all of them alike.

In: named callables and a number of rounds. Out: p50 and p95 of each in milliseconds. The first rounds only warm up: the
server plans each new query once and compiles what is hot.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one contender."""

    p50: float
    p95: float
    rounds: int


def interleaved(contenders: Mapping[str, Callable[[int], object]], rounds: int, warm_up: int) -> dict[str, Timing]:
    """Every contender once a round, called with the number of the round; `warm_up` rounds are not counted."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(-warm_up, rounds):
        for name, run in contenders.items():
            began = time.perf_counter()
            run(number + warm_up)
            if number >= 0:
                taken[name].append((time.perf_counter() - began) * 1000)
    return {name: timing(times) for name, times in taken.items()}


def timing(times: list[float]) -> Timing:
    """p50 and p95 of times in milliseconds (at least two)."""
    cuts = quantiles(times, n=100, method="inclusive")
    return Timing(cuts[49], cuts[94], len(times))
