"""A candidate in one sentence, and the words to mark in its texts.

In: the shares and differences that came with a candidate. Out: `Sentence`: "Keduanya menyangkut **kawasan tanpa
rokok**. Satpol PP mengawasi; Dinas Kesehatan mengelola.", in parts that a page can set in bold; `marks`, spans of a
text. Nothing is computed anew: what is said is what was added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from service.crosscut.detect.objects import objects
from service.crosscut.statement import Difference, Share


class Explained(Protocol):
    """What a candidate carries, fresh or read from the graph."""

    @property
    def alasan(self) -> tuple[Share, ...]: ...
    @property
    def beda(self) -> tuple[Difference, ...]: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence in parts."""

    objek: tuple[str, ...]
    """What both are about, the weightiest first: one or two terms."""
    peran_a: str
    """What each does with it, one verb; empty: its wording does not say, or both do the same."""
    peran_b: str

    def plain(self, unit_a: str, unit_b: str) -> str:
        """For a file or a terminal."""
        said = f"Keduanya menyangkut {' dan '.join(self.objek)}." if self.objek else "Kalimat keduanya mirip."
        roles = [f"{unit} {role}" for unit, role in ((unit_a, self.peran_a), (unit_b, self.peran_b)) if role]
        return f"{said} {'; '.join(roles)}." if roles else said


def sentence(found: Explained) -> Sentence:
    """The one sentence that opens the page of a pair."""
    roles = next(((one.a, one.b) for one in found.beda if one.apa == "peran"), ("", ""))
    return Sentence(objects(found.alasan), *roles)


def marks(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """(start, end) of every place in `text` where one of `words` stands as a whole; from left to right, none inside
    another."""
    longest_first = sorted({word for word in words if word.strip()}, key=lambda word: (-len(word), word))
    if not longest_first:
        return []
    pattern = "|".join(re.escape(word) for word in longest_first)
    return [found.span() for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)]
