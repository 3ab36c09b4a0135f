"""Which concepts of a glossary lie near each other: those whose phrases are the same or stand under both.

In: a glossary. Out: for each concept its nearest ones with their likeness (0 to 1). "Stunting" and "gizi" share
posyandu and balita pendek; a statement about the one says a little about the other.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from service.bahasa.stems import stems
from service.crosscut.detect.latent import counted
from service.crosscut.detect.terms import CONCEPT
from service.crosscut.glossary import Glossary

NEAREST = 5
LEAST = 0.05
"""A likeness below this is one phrase among many."""
Near = Mapping[str, tuple[tuple[str, float], ...]]
"""Term of a concept -> (term, likeness), the nearest first."""


def neighbours(glossary: Glossary) -> Near:
    """For each concept at most `NEAREST` others."""
    names, phrases = counted((one.konsep, " ".join(stems(one.varian))) for one in glossary.entri)
    lengths = np.sqrt(np.asarray(phrases.sum(axis=1)).ravel())
    alike = (phrases @ phrases.T).toarray() / np.outer(lengths, lengths)
    np.fill_diagonal(alike, 0)
    near = {}
    for name, row in zip(names, alike, strict=True):
        order = np.argsort(-row, kind="stable")[:NEAREST]
        near[CONCEPT + name] = tuple((CONCEPT + names[at], float(row[at])) for at in order if row[at] >= LEAST)
    return near
