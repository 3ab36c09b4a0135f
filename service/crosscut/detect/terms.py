"""What a sentence is about: its words and the concepts of the glossary, with the places they were read from.

In: one text, and the texts around it where a word has several meanings. Out: `Reading`, the terms of the text with
their weights. A phrase that stands for several concepts shares one vote among them, its synonyms before what is only
related, so that a phrase listed under ten concepts says no more than one listed under one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.stems import Token, bare, stems, tokens
from service.crosscut.detect.phrases import Phrases, Place
from service.crosscut.glossary import ALSO_OBJECTS, Glossary

RELATED = 0.6
"""Vote of a related concept beside that of a synonym."""
SHARED_OUT = 0.2
"""How far a phrase of many concepts shares one vote among them: 0 not at all, 0.5 down to a length of 1."""
CONCEPT = "@"
"""In front of a concept's name, so that the word `gizi` and the concept `gizi` are two terms."""
BODY = "&"
"""In front of a body's name, likewise."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One term at one place of a text."""

    term: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The terms of one text."""

    hits: tuple[Hit, ...]
    unsure: tuple[tuple[str, int, int], ...] = ()
    """Homonyms (acronym, start, end), whose meaning depends on what stands around."""
    signs: frozenset[str] = frozenset()
    """Phrases that decide between the meanings of homonyms, here or in a neighbouring text."""


class Vocabulary:
    """A glossary made ready for reading."""

    def __init__(self, glossary: Glossary) -> None:
        self._homonyms: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}
        for one in glossary.homonim:
            self._homonyms.setdefault(stems(one.akronim), []).append((one.konsep, one.bila))
        self._votes, self._whole = _votes(glossary, self._homonyms.keys())
        self._concepts = Phrases((words, " ".join(words)) for words in self._votes)
        self._unsure = Phrases((words, " ".join(words)) for words in self._homonyms)
        self._signs = Phrases((stems(sign), sign) for one in glossary.homonim for sign in one.bila)
        self._silent = Phrases(_silent(glossary))
        self._genre = frozenset(word.casefold() for word in glossary.kata_genre)

    def read(self, text: str) -> Reading:
        """The terms of `text`; homonyms are left open."""
        found = tokens(text)
        words = [token.stem for token in found]
        silent = list(self._silent.longest(words))
        phrases = [one for one in self._concepts.every(words) if not any(_hides(mute, one) for mute in silent)]
        heard = {at for one in phrases for at in range(one.begin, one.end)}
        mute = {at for one in silent for at in range(one.begin, one.end)} | _acronyms_after(silent, found, text)
        return Reading(
            hits=(
                *self._phrase_hits(found, phrases),
                *self._whole_hits(text, [token for at, token in enumerate(found) if at not in heard | mute]),
                *self._word_hits(text, [token for at, token in enumerate(found) if at not in mute - heard]),
            ),
            unsure=tuple(
                (place.means[0], *_span(found, place))
                for place in self._unsure.longest(words)
                if place.begin not in mute
            ),
            signs=frozenset(sign for place in self._signs.every(words) for sign in place.means),
        )

    def meaning(self, acronym: str, signs: frozenset[str]) -> str:
        """The concept that a homonym stands for among these signs; empty: no meaning is sure."""
        meanings = self._homonyms[tuple(acronym.split())]
        told = [concept for concept, when in meanings if signs.intersection(when)]
        return next(iter(told or [concept for concept, when in meanings if not when]), "")

    def _phrase_hits(self, found: Sequence[Token], phrases: Iterable[Place]) -> Iterator[Hit]:
        for place in phrases:
            words = tuple(token.stem for token in found[place.begin : place.end])
            for term, weight in self._votes[words].items():
                yield Hit(term, weight, *_span(found, place))

    def _whole_hits(self, text: str, found: Iterable[Token]) -> Iterator[Hit]:
        for token in found:
            for term, weight in self._whole.get(bare(text[token.start : token.end]), {}).items():
                yield Hit(term, weight, token.start, token.end)

    def _word_hits(self, text: str, found: Iterable[Token]) -> Iterator[Hit]:
        for token in found:
            if self._says_something(text[token.start : token.end], token.stem):
                yield Hit(token.stem, 1.0, token.start, token.end)

    def _says_something(self, word: str, term: str) -> bool:
        return len(term) > 1 and not term.isdigit() and word.casefold() not in self._genre


def share_out(kinds: Mapping[str, str]) -> dict[str, float]:
    """Concept -> its part of the vote, at most 1."""
    votes = {concept: 1.0 if kind == "sinonim" else RELATED for concept, kind in kinds.items()}
    whole = max(1.0, sum(vote * vote for vote in votes.values()) ** SHARED_OUT)
    return {CONCEPT + concept: vote / whole for concept, vote in votes.items()}


Votes = dict[tuple[str, ...], dict[str, float]]


def _votes(glossary: Glossary, homonyms: Iterable[tuple[str, ...]]) -> tuple[Votes, dict[str, dict[str, float]]]:
    """Stems of a phrase -> concepts with their votes, and the same for words that only count as they are written.

    `sampah` is in "persampahan" too; `pengembang` is nobody in "pengembangan". Homonyms have rules of their own.
    """
    apart = set(homonyms)
    phrases: dict[tuple[str, ...], dict[str, str]] = {}
    whole: dict[str, dict[str, str]] = {}
    for one in sorted(glossary.entri):
        words = stems(one.varian)
        if words and words not in apart:
            single = len(words) == 1 and bare(one.varian) != words[0]
            known = whole.setdefault(bare(one.varian), {}) if single else phrases.setdefault(words, {})
            known[one.konsep] = "sinonim" if "sinonim" in (one.jenis, known.get(one.konsep)) else "terkait"
    return (
        {words: share_out(found) for words, found in phrases.items()},
        {word: share_out(found) for word, found in whole.items()},
    )


def _silent(glossary: Glossary) -> Iterator[tuple[tuple[str, ...], str]]:
    """Phrases that are no object: generic ones, and the names of partners, which are told apart."""
    yield from ((stems(phrase), "umum") for phrase in glossary.frasa_umum)
    partners = (body for body in glossary.badan if body.jenis not in ALSO_OBJECTS)
    yield from ((stems(name), "badan") for body in partners for name in (*body.varian, *body.kecuali))


def _hides(mute: Place, phrase: Place) -> bool:
    """A silent phrase hides what lies inside or across it; a phrase that says more than it is heard."""
    apart = phrase.end <= mute.begin or mute.end <= phrase.begin
    around = phrase.begin <= mute.begin and mute.end <= phrase.end and phrase.end - phrase.begin > mute.end - mute.begin
    return not (apart or around)


def _acronyms_after(silent: Iterable[Place], found: Sequence[Token], text: str) -> set[int]:
    """Words that repeat a silent phrase in brackets: "Indeks Kepuasan Masyarakat (IKM)"."""
    ends = [place.end for place in silent if place.end < len(found)]
    return {at for at in ends if text[: found[at].start].rstrip()[-1:] == "(" and _shouted(text, found[at])}


def _shouted(text: str, token: Token) -> bool:
    return text[token.start : token.end].isupper()


def _span(found: Sequence[Token], place: Place) -> tuple[int, int]:
    return found[place.begin].start, found[place.end - 1].end
