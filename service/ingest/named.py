"""Which id the rows of a new version carry: what they say themselves, what was recognised, what a person chose.

In: a document, what the graph knows, and how its statements were recognised. Out: the document with an id in every
claim that speaks of a kinerja.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from service import live
from service.graph import Tx
from service.ingest.before import Before, rows
from service.ingest.choices import Ids, Matching
from service.ingest.identify import first_ids, unit_prefix
from service.ingest.reimport import Match
from service.ingest.written_ids import read_back
from service.model import DecisionKind, Document, Register

ON_PAPER: tuple[DecisionKind, ...] = ("tingkat", "induk", "induk_lain", "utama")
"""Decisions that a worksheet prints in the place of what the document says."""


def with_written_ids(tx: Tx | None, document: Document, before: Before, register: Register) -> Document:
    """Ids that the rows carry, and what a person changed beside them."""
    state, former = before.state, [known.id for known in before.former]
    live_now, alone = (before.cascade, live.without(state, *ON_PAPER)) if state else (None, None)
    claims = state.claims if state else ()

    def ask(ids: list[str]) -> Sequence[Mapping[str, Any]]:
        return rows(tx, "load/whose_ids", id=ids)

    return read_back(document, live_now, alone, claims, former, register, ask)


def ids_for(
    tx: Tx | None, document: Document, register: Register, matches: Sequence[Match], alone: Sequence[Match], versi: str
) -> Ids:
    """The old ids as recognised, new ones for the rest and for what a person chose."""
    known = {m.kelompok: m.id for m in matches if m.id}
    chosen = {m.kelompok for m in matches if m.cara == "orang"}
    prefix = unit_prefix(register.nama)
    taken = {row["id"] for row in rows(tx, "load/taken_ids", awalan=f"{prefix}-{document.tahun % 100:02}-")}
    unnamed = [c for c in document.claims if c.kelompok and (c.kelompok not in known or c.kelompok in chosen)]
    named = first_ids(unnamed, register, document.tahun, taken | set(known.values()))
    own = {c.kelompok: c.kinerja_id for c in named}
    return Ids(final=own | known, alone={m.kelompok: m.id for m in alone}, own=own, versi=versi)


def with_ids(document: Document, ids: Ids, said: Sequence[Matching], before: Before) -> Document:
    """`document` with the id that its rows carry in every claim: that of their kinerja, or the one from which a
    person's word leads to it, now or at an earlier version."""
    carried = before.state.carried if before.state else {}
    carries = {group: carried.get(key, key) for group, key in ids.final.items()}
    carries |= {one.kelompok: one.carried for one in said if not one.confirms}
    claims = tuple(replace(c, kinerja_id=carries.get(c.kelompok, "")) for c in document.claims)
    return replace(document, claims=claims)
