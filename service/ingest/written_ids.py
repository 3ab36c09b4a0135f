"""Ids that the rows of a worksheet or template carry, weighed against what the graph knows.

In: a document as it was read, and what lives of its unit and year. Out: the same document with the ids that hold, what
a person changed followed in every stage (`edited`), and an issue for the ids that belong to somebody else or to nobody.
Into an empty graph an id of the right stem is kept as it is, so that a worksheet brings its ids along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from service.ingest.edited import follow_edits, printed_of
from service.ingest.identify import id_stem
from service.ingest.join import join
from service.model import TEMPLATE, Cascade, Claim, Document, Issue, Register
from service.remarks import remark

SHOWN = 5
"""Ids that an issue names; it counts the others."""

Asked = Callable[[list[str]], Sequence[Mapping[str, Any]]]
"""Ids -> rows of load/whose_ids."""


def read_back(
    document: Document,
    live: Cascade | None,
    alone: Cascade | None,
    claims: Sequence[Claim],
    former: Collection[str],
    register: Register,
    ask: Asked,
) -> Document:
    """`live`, `claims`: the cascade of this unit and year and the claims it was folded from; None: there is none;
    `alone`: the same as the document itself has it; `former`: ids of what lived in earlier versions."""
    written = {claim.id_tertulis for claim in document.claims} - {""}
    if not written:
        return document
    known = {k.id for k in live.kinerja} | set(former) if live else set[str]()
    strange = sorted(written - known)
    elsewhere = {row["id"]: f"{row['unit']} {row['tahun']}" for row in ask(strange)} if strange else {}
    stem = id_stem(register.nama, document.tahun)
    kept = set() if live else {key for key in strange if key.startswith(stem) and key not in elsewhere}
    refused = [key for key in strange if key not in kept]
    told = tuple(_refused(document, refused, elsewhere))
    document = _by_sentence(document, refused) if refused else document
    printed = printed_of(live, alone, claims) if live and alone else {}
    followed, edits = follow_edits(document.claims, printed)
    fresh = [issue for issue in (*told, *edits) if issue not in document.issues]
    return replace(document, claims=followed, issues=(*document.issues, *fresh))


def _by_sentence(document: Document, refused: Sequence[str]) -> Document:
    """Rows without the ids that do not hold, known by their words, also where another row names them as its parent."""
    words = {c.id_tertulis: c.uraian for c in reversed(document.claims) if c.id_tertulis in refused}
    once = Counter(words.values())
    names = {key: text for key, text in words.items() if once[text] == 1}

    def plain(claim: Claim) -> Claim:
        above = "\n".join(names.get(name, name) for name in claim.induk.split("\n"))
        return replace(claim, id_tertulis="" if claim.id_tertulis in refused else claim.id_tertulis, induk=above)

    known = replace(document, claims=tuple(map(plain, document.claims)))
    if any(claim.tahap == TEMPLATE for claim in known.claims):
        return known
    joined, before = (join(replace(one, issues=())) for one in (known, document))
    rest = tuple(issue for issue in document.issues if issue not in before.issues)
    return replace(joined, issues=rest + joined.issues)


def _refused(document: Document, refused: Sequence[str], elsewhere: Mapping[str, str]) -> Iterator[Issue]:
    """One issue for each unit whose ids stand here, and one for ids that nobody has."""
    owners = dict.fromkeys(elsewhere.get(key, "") for key in refused)
    for owner in owners:
        keys = [key for key in refused if elsewhere.get(key, "") == owner]
        rows = [claim for claim in document.claims if claim.id_tertulis in keys]
        names = ", ".join(keys[:SHOWN]) + (f" dan {len(keys) - SHOWN} lagi" if len(keys) > SHOWN else "")
        why = f"milik {owner}" if owner else "tidak dikenal di unit dan tahun ini"
        message = f"Id {names} {why}; barisnya dikenali dari kalimatnya."
        yield remark("LBR02", rows[0].tempat, message, tuple(n for row in rows for n in row.baris))
