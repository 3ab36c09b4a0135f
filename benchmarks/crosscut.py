"""Crosscutting beside a fuzzy comparison of all pairs, on the same conditions in the same run: time, memory, quality.

In: a number of conditions. Out: a `Contest`: seconds of processor time, wall time and peak memory of the detector and
of rapidfuzz (`process.cdist`, token_set_ratio, the 20 nearest), each in a process of its own, on a made-up regency; and
how well each ranks the example regency, whose labels were written before any detector existed.

    python -m benchmarks.crosscut detector 10000      one contender, its figures as JSON
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.regency import distinct
from seeds.regency import conditions as example
from seeds.regency import labelled
from service.config import ROOT
from service.crosscut.detect.detector import detect
from service.crosscut.detect.evaluate import Pair, average_precision, precision, ranking, recall_of_each
from service.crosscut.detect.gates import comparable
from service.crosscut.glossary import shipped
from service.crosscut.statement import Condition

DETECTOR, FUZZY = "detector", "rapidfuzz"
NEAREST = 20
ROWS = 500
"""Rows that rapidfuzz compares at a time; more would need 100 MB at once for nothing."""
TOP = 50


@dataclass(frozen=True)
class Effort:
    """What one contender took for one regency."""

    cpu: float
    """Seconds of processor time, start-up and making up the regency not counted."""
    wall: float
    peak: float
    """MiB of its whole process at most."""
    pairs: int


@dataclass(frozen=True)
class Quality:
    """How one contender ranks the example regency, from 0 to 1."""

    ap: float
    """Average precision among the labelled pairs."""
    r10: float
    """Of a condition's labelled overlaps the part among its ten best, over all pairs."""
    alike: float
    """Part of its fifty best labelled pairs that only look alike."""


@dataclass(frozen=True)
class Contest:
    """Both contenders."""

    conditions: int
    effort: dict[str, Effort]
    quality: dict[str, Quality]


def contest(number: int) -> Contest:
    """One after the other, so that neither disturbs the other."""
    return Contest(
        number,
        {name: effort(name, number) for name in CONTENDERS},
        {name: quality(rank(example())) for name, rank in CONTENDERS.items()},
    )


def effort(name: str, number: int) -> Effort:
    """In a process of its own, whose peak memory is then that of the contender alone."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.crosscut", name, str(number)],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return Effort(**json.loads(done.stdout))


def quality(order: Sequence[Pair]) -> Quality:
    """Of a ranking of the example regency."""
    marks = labelled()
    gold = marks["duplikat"] | marks["melengkapi"]
    judged = [pair for pair in order if pair in gold | marks["beda"]]
    return Quality(average_precision(judged, gold), recall_of_each(order, gold, 10), 1 - precision(judged, gold, TOP))


def by_detector(found: Sequence[Condition]) -> list[Pair]:
    """The pairs of the product, the best first."""
    return ranking(detect(found, shipped()))


def by_fuzziness(found: Sequence[Condition]) -> list[Pair]:
    """The 20 nearest of every condition by token_set_ratio; what can never be a pair is left out, as in the product."""
    texts = [" ".join((one.uraian, *one.indikator)).casefold() for one in found]
    scores: dict[Pair, float] = {}
    for begin in range(0, len(texts), ROWS):
        near = process.cdist(texts[begin : begin + ROWS], texts, scorer=fuzz.token_set_ratio, dtype=np.uint8, workers=1)
        for at, row in enumerate(near, begin):
            scores.update(_nearest(found, at, row))
    return sorted(scores, key=lambda pair: (-scores[pair], pair))


def _nearest(found: Sequence[Condition], at: int, row: np.ndarray) -> Iterator[tuple[Pair, float]]:
    best = np.argsort(-row.astype(int), kind="stable")
    allowed = (int(other) for other in best if comparable(found[at], found[other]))
    for _, other in zip(range(NEAREST), allowed, strict=False):
        a, b = sorted((found[at].id, found[other].id))
        yield (a, b), float(row[other])


CONTENDERS: dict[str, Callable[[Sequence[Condition]], list[Pair]]] = {DETECTOR: by_detector, FUZZY: by_fuzziness}


def main(arguments: Sequence[str]) -> None:
    """Run one contender and print what it took."""
    name, number = arguments
    made_up = distinct(int(number))
    cpu, wall = time.process_time(), time.perf_counter()
    pairs = len(CONTENDERS[name](made_up))
    took = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**took, "peak": peak, "pairs": pairs}))


if __name__ == "__main__":
    main(sys.argv[1:])
