"""Which columns of a table hold codes and which hold names. Pure.

In: the cells of a table. Out: a `Layout`, or None where there is no nomenclature: no column whose cells are mostly
codes, and no run of columns that are the parts of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.bahasa.codes import canonical

Cells = Sequence[Sequence[str]]

MOSTLY = 0.5
"""From this share of its filled cells on, a column holds what they are."""
LEAST_PARTS = 3
"""Columns in a row that are parts of a code: urusan, bidang, program."""
NAME_HEAD = re.compile(r"nama|uraian|nomenklatur|urusan|program|kegiatan", re.IGNORECASE)
OTHER_HEAD = re.compile(r"kinerja|indikator|satuan|definisi|keterangan|kode", re.IGNORECASE)
CODE_HEAD = re.compile(r"\bkode\b", re.IGNORECASE)
PART = re.compile(r"\d{1,4}(?:\.\d{2})?|X{1,2}", re.IGNORECASE)
"""A part of a code in a column of its own; the regulation prints kewenangan and kegiatan as `2.01`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where codes and names stand."""

    pairs: tuple[tuple[int, int], ...]
    """(column of the code, column of its name); -1: the name stands in the cell of the code."""
    parts: tuple[int, ...] = ()
    """Columns of a code that is taken apart; its name is that of the one pair."""


def layout_of(table: Cells) -> Layout | None:
    """The layout of a table; None: it holds no nomenclature."""
    width = max((len(row) for row in table), default=0)
    codes = [column for column in range(width) if _share(table, column, _is_code) >= MOSTLY]
    if codes:
        codes = [*(column for column in range(codes[0]) if _is_upper(table, column)), *codes]
        return Layout(tuple((code, _name_of(table, code, codes, width)) for code in codes))
    parts = _run([column for column in range(width) if _share(table, column, _is_part) >= MOSTLY])
    if len(parts) < LEAST_PARTS:
        return None
    name = _name_of(table, parts[-1], parts, width)
    return Layout(((parts[0], name),), tuple(parts)) if name >= 0 else None


def _share(table: Cells, column: int, fits: Callable[[str], object]) -> float:
    """Share of the filled cells below the head that fit."""
    filled = [row[column] for row in table if column < len(row) and row[column]]
    good = sum(bool(fits(cell)) for cell in filled)
    return good / len(filled) if good > 1 or (good and len(filled) <= 3) else 0.0


def _is_code(cell: str) -> bool:
    """A code of a program or below, alone or before its name; numbers of rows and parts of a code are none."""
    return canonical(cell).count(".") >= 2 or canonical(cell.partition(" ")[0]).count(".") >= 2


def _is_upper(table: Cells, column: int) -> bool:
    """Left of the codes of programs: those of urusan and bidang, called so in their head; row numbers are not."""
    head = next((row[column] for row in table if column < len(row) and row[column]), "")
    return bool(CODE_HEAD.search(head)) and _share(table, column, canonical) >= MOSTLY


def _is_part(cell: str) -> bool:
    return bool(PART.fullmatch(cell))


def _run(columns: Sequence[int]) -> list[int]:
    """The longest run of neighbouring columns."""
    best: list[int] = []
    now: list[int] = []
    for column in columns:
        now = [*now, column] if now and column == now[-1] + 1 else [column]
        best = max(best, now, key=len)
    return best


def _name_of(table: Cells, code: int, codes: Sequence[int], width: int) -> int:
    """The nearest column of names at the right before the next code, else at the left; -1: none."""
    right = range(code + 1, min((other for other in codes if other > code), default=width))
    left = [column for column in reversed(range(code)) if column not in codes] if code == min(codes) else []
    texts = [column for column in (*right, *left) if _share(table, column, _is_text) >= MOSTLY]
    return next((column for column in texts if _is_headed(table, column)), texts[0] if texts else -1)


def _is_text(cell: str) -> bool:
    return len(cell) >= 8 and sum(letter.isalpha() for letter in cell) > len(cell) / 2 and not _is_code(cell)


def _is_headed(table: Cells, column: int) -> bool:
    """Its head, the first filled cell, says that it holds names."""
    head = next((row[column] for row in table if column < len(row) and row[column]), "")
    return bool(NAME_HEAD.search(head)) and not OTHER_HEAD.search(head)
