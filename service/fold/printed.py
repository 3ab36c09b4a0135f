"""One printed form for what the stages spell differently.

In: the spellings of one statement or indicator, in stage order. Out: the one to show. A form that is cut off never
wins; of the rest the majority does, then the one with words the lexicon knows, then fewer doubled letters, then the
earlier stage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from service.bahasa.spelling import doubled_letters, is_cut, kinship, nearness, unknown_words
from service.bahasa.wording import key, tidy


def printed(spellings: Sequence[str]) -> str:
    """The spelling to show; raises ValueError when there is none."""
    whole = [text for text in spellings if not any(is_cut(text, other) for other in spellings)] or list(spellings)
    letters = Counter(key(text) for text in whole)
    spaced = Counter(tidy(text).casefold() for text in whole)
    exact = Counter(tidy(text) for text in whole)

    def merit(text: str) -> tuple[int, ...]:
        line = tidy(text)
        support = letters[key(text)], spaced[line.casefold()]
        return (*support, not line.isupper(), -unknown_words(text), -doubled_letters(text), exact[line])

    return tidy(max(whole, key=merit))


def same_indicators(lists: Sequence[Sequence[str]]) -> list[list[str]]:
    """Indicators of one kinerja as several rows write them: one list of spellings for each indicator.

    Two names of one row are never one indicator; names of different rows are when they are akin and each other's best.
    """
    found: list[list[str]] = []
    for names in lists:
        free = list(range(len(found)))
        for name in names:
            match = _best(name, found, free)
            if match is None:
                found.append([name])
            else:
                found[match].append(name)
                free.remove(match)
    return found


def _best(name: str, found: Sequence[Sequence[str]], free: Sequence[int]) -> int | None:
    akin = [(nearness(name, other), -index) for index in free for other in found[index] if kinship(name, other)]
    return -max(akin)[1] if akin else None
