"""Words that mean the same, as people said when they added a pair by hand: proposals for the glossary.

In: the words about pairs that hold, the glossary in force. Out: `Proposal`s that the glossary does not hold yet: the
concept that one of the two words stands for gets the other one, or a new concept gets both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.bahasa.wording import slug
from service.crosscut.glossary import Glossary
from service.crosscut.glossary.phrases import once, one_phrase, reading_of
from service.fold.pair_said import Said
from service.fold.pairs import PairState
from service.graph import Tx
from service.live.pairs import pairs_around

SIGN = "="


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person said means the same."""

    kata_a: str
    kata_b: str
    konsep: str
    """The concept that would get the words: one that has one of them, else the first word as a new one."""
    baru: bool
    """That concept does not exist yet."""
    varian: tuple[str, ...]
    """Phrases that it would get."""
    a: str
    """The pair in whose word it was said."""
    b: str
    oleh: str
    pada: str


def read_synonyms(tx: Tx) -> tuple[Said, ...]:
    """Every word about a pair that holds and says which words mean the same, the newest first."""
    ends = [row["id"] for row in tx.run("crosscut/synonyms_said")]
    pairs = pairs_around(tx, ends).pairs if ends else ()
    return tuple(sorted(_said(pairs), key=lambda said: -said.entri.urut))


def proposals(words: Sequence[Said], glossary: Glossary) -> tuple[Proposal, ...]:
    """Each concept and phrases once, as it was said last, the newest first."""
    found = {(one.konsep, one.varian): one for said in reversed(words) if (one := _proposal(said, glossary))}
    return tuple(sorted(found.values(), key=lambda one: one.pada, reverse=True))


def _said(pairs: tuple[PairState, ...]) -> Iterator[Said]:
    """Words that hold and say which words mean the same; one that holds for both sides counts once."""
    for pair in pairs:
        yield from {
            said.entri.id: said for said in pair.kata.values() if SIGN in said.entri.isi.get("searti", "")
        }.values()


def _proposal(said: Said, glossary: Glossary) -> Proposal | None:
    """None: the glossary holds it, or it says nothing."""
    a, _, b = map(one_phrase, said.entri.isi["searti"].partition(SIGN))
    concepts = {phrase: _concepts(phrase, glossary) for phrase in once((a, b))}
    if len(concepts) == 1 or set(concepts.get(a, ())) & set(concepts.get(b, ())):
        return None
    known = [name for names in concepts.values() for name in names]
    name = next((name for name in known if name in concepts), known[0] if known else a)
    missing = tuple(phrase for phrase, names in concepts.items() if name not in names)
    return Proposal(a, b, name, not known, missing, said.a, said.b, said.entri.oleh, said.entri.pada)


def _concepts(phrase: str, glossary: Glossary) -> tuple[str, ...]:
    """Concepts that `phrase` stands for, those of its own name first."""
    reading = reading_of(phrase)
    names = {one.konsep for one in glossary.entri if reading_of(one.varian) == reading}
    return tuple(sorted(names, key=lambda name: (slug(name) != slug(phrase), name)))
