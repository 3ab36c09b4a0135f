"""Conditions as rows of sparse matrices, one column a term.

In: what every condition says, field by field. Out: `Vectors`: for each field a matrix whose rows have length 1, so that
a product of two rows is a cosine and a sum over the terms they share. Rare terms weigh more than common ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from service.crosscut.detect.latent import Latent
from service.crosscut.detect.neighbours import Near
from service.crosscut.detect.saying import Saying, Weights
from service.crosscut.detect.terms import CONCEPT

Floats = NDArray[np.float64]
NEARBY = 0.25
"""A concept adds so much of its likeness to each of its neighbours."""
NOTHING = ""
"""The one column of a regency whose texts say nothing."""
FEWEST = 100
"""A regency of fewer conditions is weighed as the beginning of one: in two statements no term would be rare."""
LITTLE = 0.015
"""A term that has less than this of a row of length 1 is left out."""


@dataclass(frozen=True)
class Vectors:
    """The matrices of one regency and year; rows in the order of the conditions, columns in that of `terms`."""

    terms: tuple[str, ...]
    idf: Floats
    uraian: csr_matrix
    indikator: csr_matrix
    both: csr_matrix
    """Statement and indicators."""
    context: csr_matrix
    """These and the effect's statement."""
    concepts: csr_matrix
    """Concepts of statement and indicators, weighted by the root of their rarity; rows not scaled."""
    bodies: csr_matrix
    """1 where a body is named; columns are `body_names`."""
    body_names: tuple[str, ...]
    toward: csr_matrix
    """How much each word of statement and indicators moves its condition; `toward @ places` is `meaning`."""
    places: Floats
    """Terms x directions; a term without a place has zeros."""
    meaning: Floats
    """Conditions x directions, rows of length 1."""


def vectors(sayings: Sequence[Saying], near: Near, meaning: Latent, background: Sequence[Weights] = ()) -> Vectors:
    """`near`: concepts that say a little about each other; `background`: what further names of the field say, for how
    rare a term is."""
    said = Counter(term for one in sayings for term in one.context)
    terms = tuple(sorted(said.keys() | {other for term in said for other, _ in near.get(term, ())})) or (NOTHING,)
    column = {term: at for at, term in enumerate(terms)}
    widened = _widening(terms, column, near)

    def raw(rows: Iterable[Weights]) -> csr_matrix:
        return (_filled(list(rows), column) @ widened).tocsr()

    both = raw(one.both for one in sayings)
    idf = _rarity([one.both for one in sayings], background, both, terms)
    weigh = diags(idf)
    names = tuple(sorted({name for one in sayings for name in one.bodies}))
    body = {name: at for at, name in enumerate(names)}
    is_concept = np.array([term.startswith(CONCEPT) for term in terms], float)
    places = _places(terms, meaning)
    toward = _toward(_filled([one.both for one in sayings], column), places)
    return Vectors(
        terms=terms,
        idf=idf,
        uraian=_of_length_one(raw(one.uraian for one in sayings) @ weigh),
        indikator=_of_length_one(raw(one.indikator for one in sayings) @ weigh),
        both=_of_length_one(both @ weigh),
        context=_of_length_one(raw(one.context for one in sayings) @ weigh),
        concepts=_without_zeros(both @ diags(np.sqrt(idf) * is_concept)),
        bodies=_filled([dict.fromkeys(one.bodies, 1.0) for one in sayings], body),
        body_names=names,
        toward=toward,
        places=places,
        meaning=np.asarray(toward @ places),
    )


def _places(terms: Sequence[str], meaning: Latent) -> Floats:
    found = np.zeros((len(terms), meaning.places.shape[1]))
    for at, term in enumerate(terms):
        if term in meaning.row:
            found[at] = meaning.places[meaning.row[term]]
    return found


def _toward(said: csr_matrix, places: Floats) -> csr_matrix:
    """Each word's step, so long that all steps of a condition lead to a point at distance 1."""
    placed = _without_zeros(said @ diags(places.any(axis=1).astype(float)))
    lengths = np.linalg.norm(placed @ places, axis=1)
    lengths[lengths == 0] = 1
    return (diags(1 / lengths) @ placed).tocsr()


def _widening(terms: Sequence[str], column: Mapping[str, int], near: Near) -> csr_matrix:
    """Terms x terms: each stays, and adds a little of what lies near it."""
    rows, columns, values = list(range(len(terms))), list(range(len(terms))), [1.0] * len(terms)
    for at, term in enumerate(terms):
        for other, likeness in near.get(term, ()):
            if other in column:
                rows.append(at)
                columns.append(column[other])
                values.append(NEARBY * likeness)
    return csr_matrix((values, (rows, columns)), shape=(len(terms), len(terms)))


def _rarity(rows: Sequence[Weights], background: Sequence[Weights], both: csr_matrix, terms: Sequence[str]) -> Floats:
    """ln(texts / texts that have the term), never below 0; a concept that no text names counts where it lies near."""
    seen = Counter(term for row in (*rows, *background) for term in row)
    nearby = np.diff(both.tocsc().indptr)
    whole = max(len(rows) + len(background), FEWEST) + 1
    counts = [seen[term] or int(nearby[at]) for at, term in enumerate(terms)]
    return np.maximum(np.log([whole / (count + 1) for count in counts]), 0.0)


def _filled(rows: Sequence[Weights], column: Mapping[str, int]) -> csr_matrix:
    starts, columns, values = [0], [], []
    for row in rows:
        for term in sorted(row):
            if term in column:
                columns.append(column[term])
                values.append(row[term])
        starts.append(len(columns))
    return csr_matrix((np.array(values, float), columns, starts), shape=(len(rows), max(len(column), 1)))


def _without_zeros(matrix: csr_matrix) -> csr_matrix:
    found = matrix.tocsr()
    found.eliminate_zeros()
    return found


def _of_length_one(matrix: csr_matrix) -> csr_matrix:
    """Rows scaled to length 1; what is next to nothing is left out, since it costs more time than it tells."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    scaled = (diags(1 / lengths) @ matrix).tocsr()
    scaled.data[scaled.data < LITTLE] = 0
    return _without_zeros(scaled)
