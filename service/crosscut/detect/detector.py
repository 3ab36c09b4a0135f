"""Which kinerja of different units may overlap, and why; partners named, repetitions, twins.

In: all conditions of one regency and year, a glossary, further names of the field for what is rare, the units by their
names. Out: a `Detection`. The same input in any order gives the same answer.

    gates       what is never compared is taken out first
    sayings     texts become terms
    vectors     terms become rows
    nearest     every condition's nearest few
    scores      the exact sum of shares for each pair
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from math import comb

import numpy as np

from service.crosscut.detect.blocking import Ints, Pairs, nearest
from service.crosscut.detect.gates import Gates, gates
from service.crosscut.detect.kinds import BANDS, TraitReader, band, differences, kind
from service.crosscut.detect.latent import Latent, latent
from service.crosscut.detect.namings import Names, mentions
from service.crosscut.detect.neighbours import Near, neighbours
from service.crosscut.detect.reasons import reasons
from service.crosscut.detect.repeats import repeats
from service.crosscut.detect.saying import Saying, sayings
from service.crosscut.detect.scoring import Scores, scores
from service.crosscut.detect.terms import Vocabulary
from service.crosscut.detect.vectors import vectors
from service.crosscut.glossary import Glossary
from service.crosscut.statement import Candidate, Condition, Detection, Mention

LEAST = BANDS[-1][1]
"""Weaker pairs are in no list."""
MOST = 8
"""A pair is listed if it is among so many best of either side; nobody reads on, and a sentence that a hundred units
have would fill every list."""


def detect(
    conditions: Sequence[Condition],
    glossary: Glossary,
    background: Sequence[str] = (),
    units: Mapping[str, Sequence[str]] | None = None,
    least: float = LEAST,
) -> Detection:
    """All conditions of one regency and year; `units`: code -> names; `least`: the weakest score that is kept.

    With a `least` below the usual one every pair that was scored is kept, for measuring.
    """
    with _collector_paused():
        return _detect(conditions, glossary, background, units or {}, least)


def _detect(
    conditions: Sequence[Condition],
    glossary: Glossary,
    background: Sequence[str],
    units: Mapping[str, Sequence[str]],
    least: float,
) -> Detection:
    everything = sorted(conditions, key=lambda one: one.id)
    named = mentions(everything, Names(glossary, units))
    vocabulary, near, meaning, reader = _compiled(glossary)
    said = sayings(everything, vocabulary, _bodies(named))
    kept = gates(everything, glossary, {one.id: bool(one.concepts) for one in said})
    ranked = kept.ranked(everything)
    by_id = {one.id: one for one in said}
    rows = [by_id[one.id] for one in ranked]
    found = vectors(rows, near, meaning, [_plain(name, vocabulary) for name in background])
    pairs = nearest(found, ranked)
    scored = scores(found, pairs.a, pairs.b)
    return Detection(
        candidates=tuple(_candidates(ranked, rows, pairs, scored, reader, least)),
        mentions=tuple(named),
        repeats=tuple(repeats(everything)),
        twins=kept.twins,
        gated=_gated(kept, pairs),
        sidik={one.id: one.sidik for one in said},
        wakil=kept.wakil,
    )


@lru_cache(maxsize=2)
def _compiled(glossary: Glossary) -> tuple[Vocabulary, Near, Latent, TraitReader]:
    """What is made of a glossary, kept for the next run."""
    return Vocabulary(glossary), neighbours(glossary), latent(glossary), TraitReader(glossary)


def _bodies(named: Iterable[Mention]) -> dict[str, dict[str, str]]:
    """Id -> outside bodies that it names, with the words; the regency's own units are told apart, not scored."""
    found: dict[str, dict[str, str]] = {}
    for one in named:
        if not one.skpd:
            found.setdefault(one.kinerja, {})[one.badan] = one.kutipan
    return found


def _plain(name: str, vocabulary: Vocabulary) -> dict[str, float]:
    return {hit.term: hit.weight for hit in vocabulary.read(name).hits}


def _candidates(
    ranked: Sequence[Condition], said: Sequence[Saying], pairs: Pairs, scored: Scores, reader: TraitReader, least: float
) -> list[Candidate]:
    """Those of at least `least`, by falling score, then by ids."""
    traits = [reader.read(one) for one in ranked]
    found = []
    strong = _listed(pairs, scored, least).tolist()
    for at, terms in zip(strong, scored.of(strong), strict=True):
        a, b = int(pairs.a[at]), int(pairs.b[at])
        score, shares = reasons(terms, said[a], said[b])
        found.append(
            Candidate(
                ranked[a].id,
                ranked[b].id,
                score,
                band(score),
                kind(scored.uraian[at], scored.indikator[at], scored.both[at]),
                shares,
                differences(traits[a], traits[b]),
                not traits[a].ukuran.isdisjoint(traits[b].ukuran),
            )
        )
    return sorted(found, key=lambda one: (-one.skor, one.a, one.b))


def _listed(pairs: Pairs, scored: Scores, least: float) -> Ints:
    """Numbers of the pairs that are kept."""
    strong = np.flatnonzero(scored.total >= least)
    if least < LEAST:
        return strong
    ends = np.concatenate([pairs.a[strong], pairs.b[strong]])
    values = np.tile(scored.total[strong], 2)
    order = np.lexsort((np.tile(strong, 2), -values, ends))
    ranked = ends[order]
    best = order[np.arange(len(order)) - np.searchsorted(ranked, ranked, side="left") < MOST]
    return np.unique(strong[best % max(len(strong), 1)])


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing made here holds a cycle; the collector would walk hundred thousands of shares again and again, which
    takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _gated(kept: Gates, pairs: Pairs) -> dict[str, int]:
    """Reason -> pairs that are not ranked: the same sentence in two secretariats, or two territories of one kind."""
    office = sum(comb(len(twin.ids), 2) for twin in kept.twins if twin.jenis == "sekretariat")
    alike = sum(comb(len(ids), 2) for ids in kept.wakil.values())
    return {"sekretariat": office, "satuan wilayah sejenis": alike + pairs.kept_back}
