"""A level that two cells share: "kinerja" | "taktikal sasaran program pk kasi".

In: an `Entry`, and the levels that stand whole elsewhere in the document. Out: the level in its own words and order.
Words that no level is usually made of have spilled over only if they make up a level that stands whole elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.bahasa.terms import COMPONENT, is_label, level_name
from service.ingest.parse.entries import Entry
from service.ingest.parse.kinds import LABEL_LIKE

Levels = dict[frozenset[str], str]
"""Words of a level -> the level."""


def whole_levels(entries: Iterable[Entry]) -> Levels:
    """Levels of the rows that print them in one cell."""
    labels = [entry.label[0] for entry in entries if len(entry.label) == 1]
    whole = [level_name(label) for label in labels if is_label(label) or LABEL_LIKE.match(label)]
    return {frozenset(label.split()): label for label in whole}


def with_spilled(entry: Entry, known: Levels) -> Entry:
    """Words in front of the component that complete the level beside it, where they belong."""
    found = COMPONENT.search(entry.komponen)
    spilled = entry.komponen[: found.start()].strip() if found and entry.label else ""
    if not found or not spilled or _words((*entry.label, spilled)) not in known:
        return entry
    whole = (*entry.label, spilled)
    return replace(entry, label=whole, komponen=entry.komponen[found.start() :], tumpah=entry.komponen)


def level_of(entry: Entry, known: Levels) -> str:
    """Its level in one form."""
    level = level_name(" ".join(_in_order(entry)))
    return known.get(frozenset(level.split()), level)


def _in_order(entry: Entry) -> Sequence[str]:
    """Pieces of the level; "taktikal" or "strategis" that spilled over stood before what was left behind."""
    leading = (
        entry.tumpah and len(entry.label) == 2 and entry.label[1].split()[0].casefold() in ("taktikal", "strategis")
    )
    return (entry.label[1], level_name(entry.label[0])) if leading else entry.label


def _words(pieces: Sequence[str]) -> frozenset[str]:
    return frozenset(level_name(" ".join(pieces)).split())
