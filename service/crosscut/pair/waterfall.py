"""The shares of a score as bars, each beginning where the one before it ends.

In: what the detector found. Out: bars on a scale of 0 to 100 with their numbers as text; nothing for a pair that no
words have brought together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.crosscut.detect.labels import spelled
from service.crosscut.pair.answer import Found
from service.crosscut.statement import REST

WHOLE = 1.0
"""The score that fills the scale, unless the pair has more."""

SMALLEST = 0.5
"""A bar that is thinner than this cannot be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One term."""

    istilah: str
    kata_a: tuple[str, ...]
    kata_b: tuple[str, ...]
    mulai: float
    panjang: float
    nilai: str
    """`0,22`"""
    sisa: bool
    """All further terms together."""


@dataclass(frozen=True, slots=True)
class Waterfall:
    """All of them."""

    batang: tuple[Bar, ...]
    jumlah: str
    batas: tuple[float, ...]
    """Where the bands `tinjau` and `kuat` begin."""


def waterfall(found: Found | None, bounds: tuple[float, ...]) -> Waterfall | None:
    """Bars of `found`; `bounds`: scores where a band begins."""
    if found is None or not found.alasan:
        return None
    scale = 100 / max(found.skor, WHOLE)
    bars, at = [], 0.0
    for share in found.alasan:
        rest = share.istilah == REST
        name = "istilah lainnya" if rest else spelled(share.istilah)
        length = max(abs(share.bobot) * scale, SMALLEST)
        begins = at + min(share.bobot, 0.0) * scale  # a share that takes away ends where the next one begins
        words = _once(share.kata_a), _once(share.kata_b)
        bars.append(Bar(name, *words, round(begins, 2), round(length, 2), _number(share.bobot), rest))
        at += share.bobot * scale
    return Waterfall(tuple(bars), _number(found.skor), tuple(round(one * scale, 2) for one in bounds))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Without those that differ in capitals only."""
    return tuple({word.casefold(): word for word in reversed(list(words))}.values())[::-1]


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",").replace("-", "−")
