"""What a person types instead of picking: a text, a number, one of a few words. Pure.

In: a parameter and a text. Out: a `Choice`; or `Wrong`, whose text says what would be right.
"""

from __future__ import annotations

from service.questions.choosing import LETTERS, Choice
from service.questions.heads import Parameter

YEAR_DIGITS = 4


class Wrong(Exception):
    """A value that is not allowed; its text says why."""

    def __init__(self, why: str, *, nothing: bool = False) -> None:
        super().__init__(why)
        self.nothing = nothing
        """There is nothing to choose from at all."""


def by_hand(one: Parameter, text: str) -> Choice:
    """The value that `text` stands for, empty for the default."""
    if one.jenis == "pilihan":
        return _one_of(one, text or str(one.bawaan))
    if one.jenis == "bilangan":
        return _number(one, text or str(one.bawaan))
    text = text or str(one.bawaan or "")
    if len(text) > LETTERS:
        raise Wrong(f"paling panjang {LETTERS} huruf; ini {len(text)}.")
    if one.wajib and not text:
        raise Wrong("harus diisi.")
    return Choice(text, text, "")


def year(text: str) -> int:
    """A year as the graph has it."""
    if not (text.isascii() and text.isdigit() and len(text) == YEAR_DIGITS):
        raise Wrong(f"{text[:20]!r} bukan tahun; tulis empat angka, misalnya 2023.")
    return int(text)


def spoken(number: float) -> str:
    """0.5 -> 0,5"""
    return f"{number:g}".replace(".", ",")


def _one_of(one: Parameter, text: str) -> Choice:
    labels = dict(one.pilihan)
    if text not in labels:
        raise Wrong(f"{text[:60]!r} bukan pilihannya; pilih {', '.join(labels)}.")
    return Choice(text, labels[text], "")


def _number(one: Parameter, text: str) -> Choice:
    """`0,5` and `0.5` are the same; a whole number where the default is one."""
    whole = isinstance(one.bawaan, int)
    allowed = f"isi {'bilangan bulat' if whole else 'bilangan'} {spoken(one.min or 0)} sampai {spoken(one.max or 0)}."
    try:
        value = int(text) if whole else float(text.replace(",", "."))
    except ValueError:
        raise Wrong(f"{text[:20]!r} tidak dapat dibaca; {allowed}") from None
    if not (one.min or 0) <= value <= (one.max or 0):
        raise Wrong(f"{text[:20]} di luar batas; {allowed}")
    return Choice(value, spoken(value), "")
