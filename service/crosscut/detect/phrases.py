"""Finding the phrases of a glossary in a sentence, whatever the affixes and the function words between.

In: phrases as rows of stems, with what they stand for. Out: `Phrases`, which finds in a row of stems every place where
one of them stands. A sentence costs one step per word, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

END = ""
"""Key of a node at which a phrase ends; no stem is empty."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: words `begin` to `end` - 1, and what it stands for."""

    begin: int
    end: int
    means: tuple[str, ...]


class Phrases:
    """A set of phrases; one may stand for several things, and two spellings of a phrase for the same."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], str]]) -> None:
        self._root: dict[str, Any] = {}
        for words, meaning in phrases:
            self._add(words, meaning)

    def _add(self, words: Sequence[str], meaning: str) -> None:
        if not words:
            return
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        if meaning not in node.setdefault(END, ()):
            node[END] = (*node[END], meaning)

    def longest(self, words: Sequence[str]) -> Iterator[Place]:
        """From left to right; a phrase that began inside another is not found."""
        at = 0
        while at < len(words):
            found = self._at(words, at)
            if found:
                yield found
                at = found.end
            else:
                at += 1

    def every(self, words: Sequence[str]) -> Iterator[Place]:
        """Every phrase that stands anywhere, those inside others too."""
        for begin in range(len(words)):
            yield from self._all_at(words, begin)

    def _all_at(self, words: Sequence[str], begin: int) -> Iterator[Place]:
        node: Mapping[str, Any] | None = self._root.get(words[begin])
        at = begin + 1
        while node:
            if END in node:
                yield Place(begin, at, node[END])
            node = node.get(words[at]) if at < len(words) else None
            at += 1

    def _at(self, words: Sequence[str], begin: int) -> Place | None:
        """The longest that begins there; most words begin none, so this is the fast way out."""
        node: Mapping[str, Any] | None = self._root.get(words[begin])
        at, best = begin + 1, None
        while node:
            if END in node:
                best = Place(begin, at, node[END])
            node = node.get(words[at]) if at < len(words) else None
            at += 1
        return best
