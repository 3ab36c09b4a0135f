"""Which kinerja may become the parent of another: those of its own tree whose words fit, however many units there are.

In: the id of a kinerja and some words. Out: its page and the candidates, best first, from one state of the graph.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.bahasa.forms import content_words
from service.browse import MAX_TREE, KinerjaPage, OldKinerja
from service.browse.kinerja import read_kinerja_page
from service.graph import Graph, Tx
from service.search import MAX_HITS, MAX_WORDS
from service.search.rank import best


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kinerja that fits the words."""

    id: str
    uraian: str
    singkat: str
    """Its level in letters."""


def parent_choice(graph: Graph, key: str, text: str) -> tuple[KinerjaPage | OldKinerja, tuple[Candidate, ...]]:
    """The kinerja and what may stand above it; raises NotFound."""

    def work(tx: Tx) -> tuple[KinerjaPage | OldKinerja, tuple[Candidate, ...]]:
        page = read_kinerja_page(tx, key)
        return page, _fitting(tx, key, text) if isinstance(page, KinerjaPage) else ()

    return graph.reading(work)


def _fitting(tx: Tx, key: str, text: str) -> tuple[Candidate, ...]:
    words = content_words(text)[:MAX_WORDS]
    if not words:
        return ()
    rows = [row for row in tx.run("browse/candidates", id=key, batas=MAX_TREE) if row["id"] != key]
    return tuple(Candidate(hit.row["id"], hit.row["teks"], hit.short) for hit in best(rows, words, text)[:MAX_HITS])
