"""Which pairs are worth scoring: for every condition the nearest few by what it says.

In: `Vectors` and the conditions behind their rows. Out: pairs of rows, the lesser first, and how many pairs the gate of
territories kept back. Rows are multiplied a block at a time, so that memory never follows the square of the regency.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from service.crosscut.detect.gates import TERRITORY
from service.crosscut.detect.vectors import Floats, Vectors
from service.crosscut.statement import Condition

BY_CONTEXT, BY_STATEMENT, BY_MEANING = 20, 10, 10
"""Pairs kept for each condition, by all it says, by its statement alone, and by where its words point: a good neighbour
in one list may be hidden in another. The other side may keep a pair too, so that it can come from either."""
ALIKE = 0.55
"""Meanings that point less the same way are no reason to look closer."""
FLOOR = 0.001
"""A cosine below this is next to nothing."""
BLOCK = 128
"""Rows multiplied at a time."""
Ints = NDArray[np.int64]
Likeness = Callable[[slice], csr_matrix]
"""Rows of a block -> their likeness to all rows."""


@dataclass(frozen=True)
class Pairs:
    """Rows of the two sides, `a` < `b`."""

    a: Ints
    b: Ints
    kept_back: int
    """Pairs above the floor that were not compared because both are territories of one kind."""


def nearest(found: Vectors, conditions: Sequence[Condition]) -> Pairs:
    """`conditions`: those behind the rows of `found`, in their order."""
    context, kept_back = _nearest(_by_terms(found.context), conditions, BY_CONTEXT)
    statement, _ = _nearest(_by_terms(found.uraian), conditions, BY_STATEMENT)
    meaning, _ = _nearest(_by_meaning(found.meaning), conditions, BY_MEANING)
    whole = np.unique(np.concatenate([context, statement, meaning]))
    size = max(len(conditions), 1)
    return Pairs(whole // size, whole % size, kept_back)


def _by_terms(matrix: csr_matrix) -> Likeness:
    rows = matrix.astype(np.float32)
    turned = rows.T.tocsr()
    return lambda cut: (rows[cut] @ turned).tocsr()


def _by_meaning(places: Floats) -> Likeness:
    rows = places.astype(np.float32)

    def likeness(cut: slice) -> csr_matrix:
        near = rows[cut] @ rows.T
        at = np.flatnonzero(near.ravel() >= ALIKE)  # scipy's own way from dense to sparse looks at each entry thrice
        row, column = np.divmod(at, near.shape[1])
        ends = np.searchsorted(row, np.arange(near.shape[0] + 1))
        return csr_matrix((near.ravel()[at], column.astype(np.int32), ends.astype(np.int32)), shape=near.shape)

    return likeness


def _nearest(likeness: Likeness, conditions: Sequence[Condition], number: int) -> tuple[Ints, int]:
    """Pairs as numbers `lesser * size + greater`, and how many territories of one kind were kept apart."""
    units = _numbered([one.unit for one in conditions])
    sides = _numbered([one.jenis_unit if one.jenis_unit in TERRITORY else f"{one.unit} " for one in conditions])
    found = [np.zeros(0, np.int64)]
    kept_apart = 0
    for begin in range(0, len(conditions), BLOCK):
        near = likeness(slice(begin, begin + BLOCK))
        row = np.repeat(np.arange(begin, begin + near.shape[0], dtype=np.int32), np.diff(near.indptr))
        same = np.flatnonzero(sides[row] == sides[near.indices])
        other = units[row[same]] != units[near.indices[same]]
        kept_apart += int((other & (near.data[same] >= FLOOR)).sum())
        near.data[same] = 0
        found += [_best(near, at, begin + at, number) for at in range(near.shape[0])]
    return np.concatenate(found), kept_apart // 2


def _best(near: csr_matrix, at: int, row: int, number: int) -> Ints:
    """The nearest of one row; of equally near ones those that come first by id."""
    begin, end = near.indptr[at], near.indptr[at + 1]
    values, columns = near.data[begin:end], near.indices[begin:end]
    last = np.partition(values, -number)[-number] if len(values) > number else 0
    keep = values >= max(last, FLOOR)
    values, columns = values[keep], columns[keep].astype(np.int64)
    if len(values) > number:
        columns = columns[np.lexsort((columns, -values))[:number]]
    numbers: Ints = np.minimum(columns, row) * near.shape[1] + np.maximum(columns, row)
    return numbers


def _numbered(names: Sequence[str]) -> NDArray[np.int32]:
    return np.unique(np.array(names, dtype=str), return_inverse=True)[1].astype(np.int32)
