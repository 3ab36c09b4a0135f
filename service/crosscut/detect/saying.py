"""What one kinerja says: its terms, field by field, and the words they were read from.

In: the conditions and a vocabulary. Out: a `Saying` each. A homonym gets its meaning from the statement, its indicators
and its effect together. `sidik` is the digest of it all: commas and result verbs do not change it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from service.crosscut.detect.terms import BODY, CONCEPT, Hit, Reading, Vocabulary
from service.crosscut.statement import Condition

Weights = Mapping[str, float]
FURTHER = 0.6
"""What the effect of an effect states counts so much in the context."""


@dataclass(frozen=True, slots=True)
class Saying:
    """The terms of one condition, each with a weight of at most 1."""

    id: str
    uraian: Weights
    indikator: Weights
    """All its indicators together."""
    both: Weights
    context: Weights
    """These, its effects with their indicators, and the statements of their effects."""
    bodies: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    """Term -> the words in statement and indicators that it was read from, as written."""
    inside: Mapping[str, frozenset[str]]
    """Plain word -> the concepts whose phrases hold it wherever it stands."""

    @property
    def concepts(self) -> Weights:
        """The concepts among `both`."""
        return {term: weight for term, weight in self.both.items() if term.startswith(CONCEPT)}

    @property
    def sidik(self) -> str:
        """16 hexadecimal digits."""
        return hashlib.sha256("\n".join(sorted(self.both)).encode()).hexdigest()[:16]


def sayings(
    conditions: Sequence[Condition], vocabulary: Vocabulary, named: Mapping[str, Mapping[str, str]]
) -> list[Saying]:
    """One each, in the same order; `named`: id -> bodies that it names, each with the words."""
    by_id = {one.id: one for one in conditions}
    read = cache(vocabulary.read)  # an indicator stands in many rows, a statement is its causes' effect too
    own = {one.id: _own(one, by_id, vocabulary, read, named.get(one.id, {})) for one in conditions}
    return [replace(own[one.id], context=_context(one, by_id, own)) for one in conditions]


def _own(
    one: Condition,
    by_id: Mapping[str, Condition],
    vocabulary: Vocabulary,
    read: Callable[[str], Reading],
    bodies: Mapping[str, str],
) -> Saying:
    """What stands in its own statement and indicators."""
    texts = (one.uraian, *one.indikator)
    around = (*texts, *(by_id[up].uraian for up in one.induk if up in by_id))
    signs = frozenset(sign for text in around for sign in read(text).signs)
    found = [(text, _certain(read(text), vocabulary, signs)) for text in texts]
    uraian = heaviest((hit.term, hit.weight) for hit in found[0][1])
    indikator = heaviest((hit.term, hit.weight) for _, hits in found[1:] for hit in hits)
    both = heaviest((*uraian.items(), *indikator.items()))
    words = _words(found) | {BODY + name: (quote,) for name, quote in bodies.items()}
    return Saying(one.id, uraian, indikator, both, both, tuple(sorted(bodies)), words, _inside(found))


def _context(one: Condition, by_id: Mapping[str, Condition], own: Mapping[str, Saying]) -> Weights:
    """Its own terms, those of its effects, and what their effects state."""
    effects = [up for up in one.induk if up in own]
    further = [up for effect in effects for up in by_id[effect].induk if up in own]
    return heaviest(
        (
            *own[one.id].both.items(),
            *(said for up in effects for said in own[up].both.items()),
            *((term, FURTHER * weight) for up in further for term, weight in own[up].uraian.items()),
        )
    )


def heaviest(said: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Term -> its greatest weight."""
    found: dict[str, float] = {}
    for term, weight in said:
        if weight > found.get(term, 0.0):
            found[term] = weight
    return found


def _certain(reading: Reading, vocabulary: Vocabulary, signs: frozenset[str]) -> Sequence[Hit]:
    """Its hits, and those of the homonyms whose meaning the signs tell."""
    if not reading.unsure:
        return reading.hits
    told = ((vocabulary.meaning(acronym, signs), start, end) for acronym, start, end in reading.unsure)
    return (*reading.hits, *(Hit(CONCEPT + concept, 1.0, start, end) for concept, start, end in told if concept))


def _words(read: Iterable[tuple[str, Sequence[Hit]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for text, hits in read:
        for hit in hits:
            found.setdefault(hit.term, {})[text[hit.start : hit.end]] = None
    return {term: tuple(words) for term, words in found.items()}


def _inside(read: Iterable[tuple[str, Sequence[Hit]]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for _, hits in read:
        concepts = [hit for hit in hits if hit.term.startswith(CONCEPT)]
        for word in hits:
            if not word.term.startswith(CONCEPT):
                around = frozenset(one.term for one in concepts if one.start <= word.start and word.end <= one.end)
                found[word.term] = found.get(word.term, around) & around
    return found
