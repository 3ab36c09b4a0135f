"""Where the phrases of the glossary stand in the kinerja of a regency.

In: conditions and the glossary in force. Out: for every concept the kinerja that it is found in and which of its
phrases, read exactly as the detector reads them. Pure; remembered for the last texts and edits that were asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from service.bahasa.stems import bare, stems
from service.crosscut.detect.saying import sayings
from service.crosscut.detect.terms import CONCEPT, Vocabulary
from service.crosscut.glossary.edits import Edits, in_force
from service.crosscut.glossary.phrases import Reading, reading_of
from service.crosscut.statement import Condition

SEVERAL_UNITS = 5
GENERAL = 0.6
"""A single word that so many of the units use names no object; below, words like `desa` would be suspected too."""


@dataclass(slots=True)
class Use:
    """Where one concept is found."""

    kinerja: dict[str, frozenset[str]] = field(default_factory=dict)
    """Id -> the words that it was read from, as written there."""
    unit: Counter[str] = field(default_factory=Counter)
    """Kode of a unit -> how many of its kinerja."""
    varian: Counter[Reading] = field(default_factory=Counter)
    """How a phrase is read -> in how many kinerja it stands."""

    def of(self, phrase: str) -> int:
        """In how many kinerja `phrase` stands."""
        return self.varian[reading_of(phrase)]


NOWHERE = Use()


@lru_cache(maxsize=4)
def uses(conditions: tuple[Condition, ...], edits: Edits) -> Mapping[str, Use]:
    """Concept -> where it is found; one that is found nowhere is left out."""
    found: dict[str, Use] = {}
    units = {one.id: one.unit for one in conditions}
    for said in sayings(conditions, _vocabulary(edits), {}):
        for term, words in said.words.items():
            if term.startswith(CONCEPT):
                name = term.removeprefix(CONCEPT)
                use = found.setdefault(name, Use())
                use.kinerja[said.id] = frozenset(words)
                use.unit[units[said.id]] += 1
                use.varian.update({reading for word in words for reading in _read(word)})
    return found


def general_word(phrase: str, conditions: Iterable[Condition]) -> int:
    """How many units use a single word, if that is most of them; 0: it is a phrase, or not so common."""
    words = stems(phrase)
    if len(words) != 1:
        return 0
    said: dict[str, set[str]] = {}
    for one in conditions:
        said.setdefault(one.unit, set()).update(*(stems(text) for text in (one.uraian, *one.indikator)))
    using = sum(words[0] in known for known in said.values())
    return using if len(said) >= SEVERAL_UNITS and using >= GENERAL * len(said) else 0


@lru_cache(maxsize=2)
def _vocabulary(edits: Edits) -> Vocabulary:
    """It takes longer to make than to read the texts of a small regency."""
    return Vocabulary(in_force(edits))


def _read(words: str) -> Iterator[Reading]:
    """A word that was found may have been found by its stem or as it is written."""
    yield stems(words)
    yield ("=", bare(words))
