"""Find a kinerja, an indicator, a position or a unit by words, word forms and words with a typing error.

In: what a person typed. Out: hits grouped by kind, best first, with the places of the matching words. The two
full-text indexes propose (`lucene`), our own comparison of words decides and marks (`rank`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.bahasa.codes import canonical
from service.bahasa.forms import content_words
from service.facts import UnitRef
from service.graph import Graph, Rows, Tx
from service.search.answers import MAX_HITS, Found, Group, Hit, HitKind, Moved
from service.search.lucene import plain_query, sentence_query
from service.search.rank import Ranked, best

__all__ = ["MAX_HITS", "MAX_WORDS", "Found", "Group", "Hit", "HitKind", "Moved", "named_so", "ranked", "search"]

KINDS: tuple[tuple[str, HitKind, str], ...] = (
    ("Kinerja", "kinerja", "Kinerja"),
    ("Indikator", "indikator", "Indikator"),
    ("Jabatan", "jabatan", "Jabatan"),
    ("SKPD", "skpd", "Perangkat daerah"),
    ("Mitra", "mitra", "Mitra"),
)
"""Label, kind, heading: the order in which groups are shown."""

MAX_WORDS = 12
CANDIDATES = 150
"""What the indexes propose of each kind; ranking looks at these only."""


def search(graph: Graph, text: str, limit: int = MAX_HITS) -> Found:
    """Everything that fits `text`; at most `limit` of each kind. An empty text finds nothing."""
    return graph.reading(lambda tx: _found(tx, text.strip(), limit))


def ranked(tx: Tx, text: str) -> dict[str, list[Ranked]]:
    """Label -> what fits, best first: everything that has all the words, else what has most of them."""
    words = content_words(text)[:MAX_WORDS]
    if not words:
        return {}
    rows = tx.run("browse/search", kalimat=sentence_query(words), nama=plain_query(words), batas=CANDIDATES)
    return {label: best((row for row in rows if row["jenis"] == label), words, text) for label, _, _ in KINDS}


def _found(tx: Tx, text: str, limit: int) -> Found:
    found = ranked(tx, text)
    named = named_so(tx, text)
    for row in named:
        found[row["jenis"]] = [Ranked(row, 1.0, (), lengkap=True), *_without(found.get(row["jenis"], []), row["id"])]
    planned = _planned_so(tx, text)
    if planned:
        others = [hit for hit in found.get("Kinerja", []) if hit.row["id"] not in {row["id"] for row in planned}]
        found["Kinerja"] = [*(Ranked(row, 1.0, (), lengkap=True) for row in planned), *others]
    shown = sorted(KINDS, key=lambda kind: not _is_called(found.get(kind[0], ()), text))
    groups = tuple(_group(kind, title, found[label], limit) for label, kind, title in shown if found.get(label))
    old = tx.run("browse/old_kinerja", id=text) if text and not named else []
    revision = tx.run("meta/revision")[0]["revisi"]
    return Found(text, groups, sum(len(group.hasil) for group in groups), _moved(old), revision)


def _is_called(found: Sequence[Ranked], text: str) -> bool:
    """Something is called exactly so: its group comes first, since Enter opens the first hit."""
    return any(text.casefold() == (hit.row["teks"] or "").casefold() for hit in found)


def named_so(tx: Tx, text: str) -> Rows:
    """The kinerja or indicator whose id was typed, in whatever letters: one row, or none."""
    return tx.run("browse/by_id", id=list(dict.fromkeys((text, text.upper()))))[:1] if text else []


def _planned_so(tx: Tx, text: str) -> Rows:
    """Kinerja planned as the component whose code was typed, in whichever of its spellings."""
    code = canonical(text)
    return tx.run("browse/planned_so", kode=code, batas=CANDIDATES) if code else []


def _without(found: Iterable[Ranked], key: str) -> list[Ranked]:
    return [hit for hit in found if hit.row["id"] != key]


def _group(kind: HitKind, title: str, found: list[Ranked], limit: int) -> Group:
    return Group(kind, title, tuple(_hit(kind, one) for one in found[:limit]), len(found) > limit)


def _hit(kind: HitKind, found: Ranked) -> Hit:
    row = found.row
    return Hit(
        jenis=kind,
        id=row["id"],
        teks=row["teks"] or "",
        cocok=found.spans,
        nilai=round(found.nilai, 3),
        unit=UnitRef(**row["unit"]) if row["unit"] else None,
        tahun=row["tahun"],
        contoh=bool(row["contoh"]),
        tingkat=row["tingkat"] or "",
        singkat=found.short,
        warna=found.colour,
    )


def _moved(rows: Rows) -> Moved | None:
    if not rows:
        return None
    row = rows[0]
    return Moved(row["id"], row["uraian"], row["tahun"] or 0, tuple((key, text) for key, text in row["menjadi"]))
