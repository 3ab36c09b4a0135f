"""The words that a side may say about a crosscutting pair, and how a pair and its ends are called. Pure."""

from __future__ import annotations

from typing import Literal, get_args

Word = Literal["ya", "tidak", "ragu"]

WORDS: tuple[Word, ...] = get_args(Word)
KINDS = ("duplikat", "melengkapi", "mitra")
SEBAB = ("objek berbeda", "kalimat umum", "wilayah berbeda", "sudah satu alur perintah", "lainnya")
"""Why a pair is refused."""
BOTH = "keduanya"
"""The `pihak` of a word that Bappeda says for both sides."""
ONLY_UNIT = "unit"
"""The `gabung` of a side that joins as a whole, with none of its kinerja."""
UNIT, BODY = "skpd:", "mitra:"
"""How an end begins that is no kinerja."""


def pair_key(a: str, b: str) -> str:
    """`<id>~<id>`, the smaller first; `<id>~skpd:<kode>`; `<id>~mitra:<kode>`."""
    return "~".join(ordered(a, b))


def ordered(a: str, b: str) -> tuple[str, str]:
    """The two ends as a pair is stored: the smaller id first, a unit or a body last."""
    return (b, a) if (is_body(a), a) > (is_body(b), b) else (a, b)


def is_body(end: str) -> bool:
    """Whether an end is a whole unit or an outside body."""
    return end.startswith((UNIT, BODY))
