"""Where in a statement something is: Neo4j's place as a person counts it, and the line with a caret below it.

In: the statement, and Neo4j's message or a word. Out: a `Place` or None, and the excerpt that is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.console.tokens import tokenize

PLACE = re.compile(r" \(line (\d+), column (\d+) \(offset: \d+\)\)")
SHOWN = 100
"""Characters of a long line that are shown around the place."""


@dataclass(frozen=True)
class Place:
    """In the statement, from 1."""

    baris: int
    kolom: int


def place_in(text: str, message: str) -> Place | None:
    """Where Neo4j says it is. It counts UTF-16 units, a person counts characters; behind the end is the end."""
    found = PLACE.search(message)
    if not found:
        return None
    line, column = map(int, found.groups())
    lines = _lines(text)
    if not 1 <= line <= len(lines):
        return None
    units = lines[line - 1].encode("utf-16-le", "surrogatepass")[: 2 * (column - 1)]
    return Place(line, len(units.decode("utf-16-le", "replace")) + 1)


def excerpt(text: str, place: Place) -> str:
    """The line of `place`, at most SHOWN characters of it, and a caret below the place."""
    line = _lines(text)[place.baris - 1].replace("\t", " ")
    start = max(0, min(place.kolom - 1 - SHOWN // 2, len(line) - SHOWN))
    shown = line[start : start + SHOWN]
    before, after = "…" if start else "", "…" if start + SHOWN < len(line) else ""
    return f"{before}{shown}{after}\n{' ' * (len(before) + place.kolom - 1 - start)}^"


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", text)


def before(text: str, place: Place | None) -> str:
    """The statement up to `place`."""
    if place is None:
        return text
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    return "".join(lines[: place.baris - 1]) + lines[place.baris - 1][: place.kolom - 1]


def find(text: str, word: str) -> Place | None:
    """The first token that is or holds `word`."""
    tokens = tokenize(text)
    first = word.split(".")[0]
    for token in tokens:
        if word in (token.name, token.text[1:-1]):
            return Place(token.line, token.column)
    return next((Place(token.line, token.column) for token in tokens if token.name == first), None)
