"""Which of the proposed hits are meant, in which order, and where in them the words stand.

In: rows of `browse/search` and the words asked for. Out: the hits that have all the words; when there is none, those
that have most of them. A word may also be found in the name of the unit, with less weight: "camat batumandi".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.bahasa.forms import SLIP, content_words, fold, likeness, tokens
from service.levels import colour, short

Row = Mapping[str, Any]
Span = tuple[int, int]

IN_UNIT_NAME = 0.4
AS_A_PHRASE = 0.3
"""Added when the words stand in the text as they were typed."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of `browse/search` with its rank."""

    row: Row
    nilai: float
    spans: tuple[Span, ...]
    lengkap: bool
    """Answers to every word that was asked for."""

    @property
    def short(self) -> str:
        return short(self.row["tingkat"], self.row["urut_tingkat"] or 0) if self.row["tingkat"] else ""

    @property
    def colour(self) -> int:
        urut = self.row["urut_tingkat"] or 0
        return colour(self.row["tingkat"], urut, urut) if self.row["tingkat"] else 0


def best(rows: Iterable[Row], words: Sequence[str], typed: str) -> list[Ranked]:
    """The rows that fit, examples last, best first; equal ones by text, so that the answer is the same every time."""
    weighed = [(_weights(row, words), row) for row in rows]
    most = max((_told(weights) for weights, _ in weighed), default=0)
    kept = [(weights, row) for weights, row in weighed if most and _told(weights) == most and max(weights) >= SLIP]
    made = [_ranked(weights, row, words, typed) for weights, row in kept]
    return sorted(made, key=_place)


def _place(hit: Ranked) -> tuple[bool, float, int, str, str]:
    row = hit.row
    return bool(row["contoh"]), -hit.nilai, row["urut_tingkat"] or 0, row["teks"], row["id"]


def _weights(row: Row, words: Sequence[str]) -> list[float]:
    """For each word asked for: how well the row answers to it."""
    own = [word for text in (row["teks"] or "", *row["alias"]) for word, _, _ in tokens(text)]
    unit = [word for word, _, _ in tokens(row["unit"]["nama"])] if row["unit"] else []
    return [max(_nearest(word, own), IN_UNIT_NAME * (_nearest(word, unit) == 1)) for word in words]


def _nearest(word: str, among: Sequence[str]) -> float:
    return max((likeness(word, other) for other in among), default=0.0)


def _told(weights: Sequence[float]) -> int:
    return sum(weight > 0 for weight in weights)


def _ranked(weights: Sequence[float], row: Row, words: Sequence[str], typed: str) -> Ranked:
    phrase = " ".join(content_words(typed)) in " ".join(content_words(row["teks"] or ""))
    value = sum(weights) / len(weights) / (1 + AS_A_PHRASE) + (AS_A_PHRASE / (1 + AS_A_PHRASE) if phrase else 0)
    return Ranked(row, value, spans(row["teks"] or "", words), _told(weights) == len(weights))


def spans(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """(start, end) of every word in `text` that answers to one of `words`."""
    asked = [fold(word) for word in words]
    return tuple((start, end) for word, start, end in tokens(text) if any(likeness(one, word) for one in asked))
