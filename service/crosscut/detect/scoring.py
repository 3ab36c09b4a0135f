"""The score of a pair: a fixed sum of cosines, kept term by term.

In: `Vectors` and pairs of rows. Out: `Scores`, a sparse matrix with a row a pair and a column a term, whose entries are
the shares that the term gives. The score is the sum of its row and nothing else, so the explanation is the computation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack, vstack

from service.crosscut.detect.blocking import Ints
from service.crosscut.detect.terms import BODY, CONCEPT
from service.crosscut.detect.vectors import Floats, Vectors

WEIGHT = {
    "both": 0.40,  # cosine of statement and indicators
    "context": 0.25,  # the same with the effects added
    "uraian": 0.10,  # cosine of the statements
    "across": 0.10,  # one's statement with the other's indicators, the larger direction
    "concepts": 0.30,  # rarity of the concepts that both have, at most MASS
    "meaning": 0.50,  # cosine of where their words point
    "body": 0.10,  # the same body named, as far as the context agrees
}
"""Part -> its greatest possible share. Set on one half of the units of a labelled set, read on the other, both ways;
docs/crosscut.md has the figures."""
WORD_CREDIT = 0.7
"""A shared plain word counts so much of a shared concept."""
MASS = 12.0
"""Rarity of shared concepts that counts as all there can be."""
SURE_OF_BODY = 5.0
"""A shared body counts in full from a context cosine of 1 / 5 on."""


CROWD = 5
"""How alike a condition is to others at all: the mean of its so many highest scores."""
USUAL = 0.25
"""A crowd of this score changes nothing; what is like everything gets less, what is like few gets more."""
CROWD_PULL = 0.3
LEAST_CROWD = 0.05
BLOCK = 8_192
"""Pairs worked on at a time, which keeps the memory small."""


@dataclass(frozen=True)
class Scores:
    """Shares of many pairs."""

    total: Floats
    uraian: Floats
    """Cosine of the statements, for the kind of a pair."""
    indikator: Floats
    both: Floats
    _found: Vectors
    _a: Ints
    _b: Ints
    _plain: csr_matrix
    """Pairs x (terms, then bodies): shares but for those of meaning, before the crowd."""
    _crowd: Floats

    def of(self, rows: Sequence[int]) -> Iterator[dict[str, float]]:
        """Name -> share of each of these pairs; the shares of a pair add up to its total."""
        names = (*self._found.terms, *(BODY + name for name in self._found.body_names))
        for begin in range(0, len(rows), BLOCK):
            wanted = np.array(rows[begin : begin + BLOCK])
            shares = self._plain[wanted] + _meaning_shares(self._found, self._a[wanted], self._b[wanted])
            shares = (diags(self._crowd[wanted]) @ shares).tocsr()
            shares.sort_indices()
            said, values = [names[column] for column in shares.indices.tolist()], shares.data.tolist()
            for start, end in pairwise(shares.indptr.tolist()):
                yield dict(zip(said[start:end], values[start:end], strict=True))


def scores(found: Vectors, a: Ints, b: Ints) -> Scores:
    """One row for each pair (a[n], b[n])."""
    cuts = [slice(begin, begin + BLOCK) for begin in range(0, len(a), BLOCK)] or [slice(0, 0)]
    blocks = [_block(found, a[cut], b[cut]) for cut in cuts]
    plain = vstack([shares for shares, *_ in blocks]).tocsr()
    meaning, uraian, indikator, both = (np.concatenate(parts) for parts in zip(*(m for _, *m in blocks), strict=True))
    raw = _sums(plain) + meaning
    crowd = _by_crowd(raw, a, b, found.both.shape[0])
    return Scores(raw * crowd, uraian, indikator, both, found, a, b, plain, crowd)


def _block(found: Vectors, a: Ints, b: Ints) -> tuple[csr_matrix, Floats, Floats, Floats, Floats]:
    """Shares before the crowd is known, the part of meaning, and the cosines of statements, of indicators, of both."""
    credit = diags(np.array([1.0 if term.startswith(CONCEPT) else WORD_CREDIT for term in found.terms]))
    both = _shared(found.both, found.both, a, b)
    context = _shared(found.context, found.context, a, b)
    uraian = _shared(found.uraian, found.uraian, a, b)
    terms = WEIGHT["both"] * both + WEIGHT["context"] * context + WEIGHT["uraian"] * uraian
    terms += WEIGHT["across"] * _larger(found, a, b)
    bodies = WEIGHT["body"] * _bodies(found, a, b, _sums(context))
    shares = hstack([terms @ credit + WEIGHT["concepts"] * _concepts(found, a, b), bodies]).tocsr()
    shares.eliminate_zeros()
    shares.sort_indices()
    indikator = _sums(_shared(found.indikator, found.indikator, a, b))
    meaning: Floats = WEIGHT["meaning"] * (found.meaning[a] * found.meaning[b]).sum(axis=1)
    return shares, meaning, _sums(uraian), indikator, _sums(both)


def _meaning_shares(found: Vectors, a: Ints, b: Ints) -> csr_matrix:
    """Half of each cosine is told by the steps of the one towards the other, half by those of the other."""
    halves = _steps(found, a, b) + _steps(found, b, a)
    return hstack([WEIGHT["meaning"] / 2 * halves, csr_matrix((len(a), found.bodies.shape[1]))]).tocsr()


def _steps(found: Vectors, here: Ints, there: Ints) -> csr_matrix:
    steps = found.toward[here]
    goal = np.repeat(there, np.diff(steps.indptr))
    steps.data = steps.data * np.einsum("nd,nd->n", found.places[steps.indices], found.meaning[goal])
    return steps


def _shared(left: csr_matrix, right: csr_matrix, a: Ints, b: Ints) -> csr_matrix:
    return left[a].multiply(right[b]).tocsr()


def _larger(found: Vectors, a: Ints, b: Ints) -> csr_matrix:
    """Statement of the one with indicators of the other, the direction that says more."""
    there, back = _shared(found.uraian, found.indikator, a, b), _shared(found.indikator, found.uraian, a, b)
    first = _sums(there) >= _sums(back)
    return (diags(first.astype(float)) @ there + diags((~first).astype(float)) @ back).tocsr()


def _concepts(found: Vectors, a: Ints, b: Ints) -> csr_matrix:
    shared = _shared(found.concepts, found.concepts, a, b)
    mass = np.maximum(_sums(shared), MASS)
    return (diags(1 / mass) @ shared).tocsr()


def _bodies(found: Vectors, a: Ints, b: Ints, context: Floats) -> csr_matrix:
    shared = _shared(found.bodies, found.bodies, a, b)
    several = np.maximum(_sums(shared), 1)
    return (diags(np.minimum(SURE_OF_BODY * context, 1) / several) @ shared).tocsr()


def _by_crowd(totals: Floats, a: Ints, b: Ints, size: int) -> Floats:
    """One factor for all shares of a pair, so that they still add up."""
    crowd = _crowd(np.concatenate([a, b]), np.tile(totals, 2), size)
    usual = np.maximum(np.sqrt(crowd[a] * crowd[b]), LEAST_CROWD)
    factors: Floats = (USUAL / usual) ** CROWD_PULL
    return factors


def _crowd(rows: Ints, values: Floats, size: int) -> Floats:
    """Of each row the mean of its highest values; fewer count as zeros."""
    order = np.lexsort((-values, rows))
    rows, values = rows[order], values[order]
    first = np.arange(len(rows)) - np.searchsorted(rows, rows, side="left") < CROWD
    return np.bincount(rows[first], weights=values[first], minlength=size) / CROWD


def _sums(matrix: csr_matrix) -> NDArray[np.float64]:
    return np.asarray(matrix.sum(axis=1)).ravel()
