"""Stage 3 drawn as a matrix: a column for each level, and each row a way down from left to right.

In: a head row or a row below it. Out: whether the head is of that kind, and one `Entry` for each cell of the row. An
empty cell repeats the one above, so that only what is printed is a kinerja.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.bahasa.openings import strip_number
from service.bahasa.terms import is_label
from service.ingest.parse.entries import Entry
from service.ingest.parse.heads import head_role
from service.ingest.parse.kinds import LABEL_LIKE
from service.ingest.parse.marks import Line

LEVELS = 2
"""A matrix has so many columns of levels at least."""


def is_matrix_head(cells: Sequence[str]) -> bool:
    """The first columns number or name the CSF, all others are levels, each once."""
    levels = [cell for cell in cells if _is_level(cell)]
    others = [cell for cell in cells if cell and cell not in levels]
    distinct = len({level.casefold() for level in levels}) == len(levels) >= LEVELS
    return distinct and all(head_role(cell) in ("csf", "nomor") for cell in others)


def read_matrix_row(line: Line, heads: Sequence[str]) -> Iterator[Entry]:
    """One entry for each kinerja of the row, from the highest level down."""
    csf = next((text for head, text in zip(heads, line.sel, strict=False) if head_role(head) == "csf"), "")
    for head, text in zip(heads, line.sel, strict=False):
        if text and _is_level(head):
            yield Entry(line, (line.nomor,), csf=strip_number(csf), uraian=strip_number(text), label=(head,))


def _is_level(head: str) -> bool:
    return (is_label(head) and len(head.split()) > 1) or LABEL_LIKE.match(head) is not None
