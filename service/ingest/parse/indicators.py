"""The indicators in one cell, one by one.

In: a cell with its line breaks. Out: names. A cell is split at a semicolon, a bullet or number, and at a line that
begins like an indicator; never at "dan" or a comma, which belong to names.
"""

from __future__ import annotations

import re

from service.bahasa.openings import NUMBERING, begins_indicator, is_measure
from service.bahasa.wording import tidy

COUNTED = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-h])[.)]\s*(?=[^\W\d])", re.IGNORECASE)
BULLETS = re.compile(r"(?:^|\s)[•·▪●]\s*|(?:^|\n)\s*[-*]\s+")


def indicators_in(cell: str) -> tuple[str, ...]:
    """Names in the order written, each once."""
    pieces = [piece for line in _lines(cell) for part in line.split(";") for piece in _dashed(part)]
    parts = [part for piece in pieces for part in _counted(piece)]
    names = [_name(part) for part in parts]
    return tuple(dict.fromkeys(name for name in names if name))


def _lines(cell: str) -> list[str]:
    """Lines that begin an indicator; a line that only goes on is put back to the one before."""
    lines: list[str] = []
    for line in BULLETS.sub("\n• ", cell).splitlines():
        text = line.strip()
        begins = bool(NUMBERING.match(text)) or not lines or begins_indicator(text, lines[-1])
        if text and not begins:
            lines[-1] = tidy(f"{lines[-1]} {text}")
        elif text:
            lines.append(text)
    return lines


def _dashed(text: str) -> list[str]:
    """Split "Jumlah … - Persentase …": each piece says itself that it is an indicator."""
    parts = re.split(r"\s+[-–]\s+", text)
    return parts if all(map(is_measure, parts)) else [text]


def _counted(text: str) -> list[str]:
    """Split "1. Jumlah … 2. Persentase …" when the numbers count up from the first."""
    marks = list(COUNTED.finditer(text))
    if len(marks) < 2 or text[: marks[0].start()].strip() or not _counts_up([mark[1].casefold() for mark in marks]):
        return [text]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]


def _counts_up(marks: list[str]) -> bool:
    if marks[0] not in ("1", "a"):
        return False
    start = ord("a") if marks[0] == "a" else 1
    values = [ord(mark) if mark.isalpha() else int(mark) for mark in marks]
    return values == list(range(start, start + len(marks)))


def _name(text: str) -> str:
    return tidy(NUMBERING.sub("", text, count=1)).strip(" ;,-•").rstrip(".")
