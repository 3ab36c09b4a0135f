"""The content of `GET /konsol/skema.json`: names in words, how many there are now, and what their properties hold.

In: the graph. Out: a JSON value:

    {revisi, label: [{nama, arti, jumlah, kunci, sifat}], jenis: [{nama, arti, arah, contoh, jumlah, dari, ke, sifat}],
     fungsi: [{nama, tanda, arti}], prosedur: [the same], kata_kunci: [word],
     model: {simpul: [{nama, x, y}], garis: [{dari, ke, jenis}]}}
    sifat: [{nama, jenis, arti, contoh: [at most 3 values]}]

One query when nothing has changed since the last time, three when something has; all in one transaction.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from service.console.known import known
from service.graph import Graph, Tx
from service.kamus import Kamus, Property, Type, Word, kamus

SHOWN = 3
"""Examples of a property."""
LONGEST = 80
"""Characters of an example."""
Examples = Mapping[str, Sequence[Mapping[str, Any]]]
"""Label or type -> properties of some that there are."""
Counts = Mapping[str, int]

_kept: WeakKeyDictionary[Graph, tuple[Any, Examples]] = WeakKeyDictionary()
_lock = threading.Lock()


def schema_panel(graph: Graph) -> dict[str, Any]:
    """Everything that the schema panel shows."""

    def work(tx: Tx) -> dict[str, Any]:
        row = tx.run("dictionary/counts")[0]
        found = _examples(graph, (row["revisi"], str(row["label"]), str(row["jenis"])), tx)
        return panel(kamus(), row["revisi"], dict(row["label"]), dict(row["jenis"]), found)

    return graph.reading(work)


def _examples(graph: Graph, stands: Any, tx: Tx) -> Examples:
    """Examples from this state of the graph, read once for it."""
    with _lock:
        before = _kept.get(graph)
    if before and before[0] == stands:
        return before[1]
    rows = [*tx.run("dictionary/node_examples"), *tx.run("dictionary/relationship_examples")]
    found: Examples = {row["nama"]: row["isi"] for row in rows}
    with _lock:
        _kept[graph] = (stands, found)
    return found


def panel(book: Kamus, revisi: int, nodes: Counts, edges: Counts, examples: Examples) -> dict[str, Any]:
    """The answer from its parts. Pure."""
    allowed = known()
    return {
        "revisi": revisi,
        "label": [
            {
                "nama": one.nama,
                "arti": one.arti,
                "jumlah": nodes[one.nama],
                "kunci": one.kunci,
                "sifat": _properties(one.sifat, examples.get(one.nama, ())),
            }
            for one in book.label.values()
        ],
        "jenis": [
            {
                "nama": one.nama,
                "arti": one.arti,
                "arah": one.arah,
                "contoh": one.contoh,
                "jumlah": edges[one.nama],
                "dari": list(one.dari),
                "ke": list(one.ke),
                "sifat": _properties(one.sifat, examples.get(one.nama, ())),
            }
            for one in book.jenis.values()
        ],
        "fungsi": _words(word for name, word in book.fungsi.items() if name in allowed.fungsi.values()),
        "prosedur": _words(word for name, word in book.prosedur.items() if name in allowed.prosedur),
        "kata_kunci": list(book.kata_kunci),
        "model": {
            "simpul": [{"nama": one.nama, "x": one.tempat[0], "y": one.tempat[1]} for one in _drawn(book)],
            "garis": [line for one in book.jenis.values() for line in _lines(one)],
        },
    }


def _drawn(book: Kamus) -> list[Any]:
    return [one for one in book.label.values() if one.tempat]


def _lines(one: Type) -> list[dict[str, str]]:
    return [{"dari": start, "ke": end, "jenis": one.nama} for start, end in one.gambar]


def _words(words: Iterable[Word]) -> list[dict[str, str]]:
    return [{"nama": word.nama, "tanda": word.tanda, "arti": word.arti} for word in words]


def _properties(sifat: Iterable[Property], examples: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"nama": one.nama, "jenis": one.jenis, "arti": one.arti, "contoh": _some(one.nama, examples)} for one in sifat
    ]


def _some(name: str, examples: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The first values that differ and say something."""
    found: list[Any] = []
    for one in examples:
        value = _short(one.get(name))
        if value not in (None, "", []) and value not in found:
            found.append(value)
        if len(found) == SHOWN:
            break
    return found


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(one) for one in value[:SHOWN]]
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
