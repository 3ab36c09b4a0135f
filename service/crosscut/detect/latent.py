"""Words as places in a space of meaning, learnt from the glossary: words of the same concepts lie near each other.

In: a glossary. Out: `Latent`, a vector for each of its words. "Tinja" and "sanitasi", "beras" and "pangan" point the
same way although they share no letter; two statements without a common word can then still be found alike. Latent
semantic analysis of words by concepts: the glossary covers all affairs of government, so nothing else has to be learnt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import svds

from service.bahasa.stems import stems
from service.crosscut.glossary import Glossary

DIRECTIONS = 50
SHORTEST = 3
"""Letters of a word that has a place."""


@dataclass(frozen=True)
class Latent:
    """Stem -> its row in `places`; rare words have longer vectors."""

    row: Mapping[str, int]
    places: NDArray[np.float64]


def latent(glossary: Glossary) -> Latent:
    """Empty for a glossary that is too small to have directions."""
    spread = ((word, one.konsep) for one in glossary.entri for word in stems(one.varian) if len(word) >= SHORTEST)
    words, concepts = counted(spread)
    if min(concepts.shape) <= 2 * DIRECTIONS:
        return Latent({}, np.zeros((0, DIRECTIONS)))
    rarity = np.log(concepts.shape[1] / np.asarray(concepts.sum(axis=1)).ravel())
    weighed = diags(rarity) @ concepts
    left, strengths, _ = svds(weighed, k=DIRECTIONS, v0=np.ones(min(weighed.shape)))
    return Latent({word: at for at, word in enumerate(words)}, left * strengths * rarity[:, None])


def counted(pairs: Iterable[tuple[str, str]]) -> tuple[list[str], csr_matrix]:
    """Names of the rows in order, and rows x columns with a 1 wherever both occur together."""
    together = sorted(set(pairs))
    names = sorted({one for one, _ in together})
    others = sorted({other for _, other in together})
    row, column = ({name: at for at, name in enumerate(found)} for found in (names, others))
    at = [row[one] for one, _ in together], [column[other] for _, other in together]
    return names, csr_matrix((np.ones(len(together)), at), shape=(len(names), len(others)))
