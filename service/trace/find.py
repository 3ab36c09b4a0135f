"""Which kinerja does a person mean, who typed an id or some words of it at the command line?

In: an id or a text. Out: one id, or a fault that lists the candidates. Several hits are never guessed between.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.bahasa.wording import key
from service.errors import Ambiguous, NotFound
from service.graph import Graph, Tx
from service.search import named_so, ranked
from service.search.rank import Ranked
from service.trace.gone import no_such_kinerja

MAX_CANDIDATES = 20


def find_one(graph: Graph, text_or_id: str) -> str:
    """Id of the one kinerja (else indicator) that an id or a text means; raises NotFound, or Ambiguous."""
    return graph.reading(lambda tx: _find(tx, text_or_id.strip()))


def _find(tx: Tx, text: str) -> str:
    for row in named_so(tx, text):
        return str(row["id"])
    if tx.run("browse/old_kinerja", id=text):
        raise no_such_kinerja(tx, text)
    found = ranked(tx, text)
    for label in ("Kinerja", "Indikator"):
        hits = _narrowed([hit for hit in found.get(label, []) if hit.lengkap], text)
        if len(hits) == 1:
            return str(hits[0].row["id"])
        if hits:
            raise _ambiguous(text, hits)
    raise NotFound(
        f"Tidak ada kinerja atau indikator yang memuat {text!r}.", "Coba kata lain, atau lebih sedikit kata."
    )


def _narrowed(hits: Sequence[Ranked], text: str) -> Sequence[Ranked]:
    """The hits that are the text; else those that hold it as it stands; else all."""
    wanted = key(text)
    same = [hit for hit in hits if key(hit.row["teks"]) == wanted]
    holding = [hit for hit in hits if wanted in key(hit.row["teks"])]
    return same or holding or hits


def _ambiguous(text: str, hits: Sequence[Ranked]) -> Ambiguous:
    named = [(str(hit.row["id"]), str(hit.row["teks"])) for hit in hits[:MAX_CANDIDATES]]
    return Ambiguous(f"{len(hits)} kinerja memuat {text!r}.", "Pilih salah satu id, atau tulis lebih lengkap.", named)
