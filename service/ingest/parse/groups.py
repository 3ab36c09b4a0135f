"""Levels that a table prints once, in a row of their own, above the kinerja that have them.

In: the entries of one stage in document order. Out: the same without those rows, each entry below with the level, and
the lines that named levels.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from service.ingest.parse.entries import Entry


def under_groups(entries: Iterable[Entry]) -> tuple[list[Entry], list[int]]:
    """Entries with the level of their group, and the numbers of the lines that name groups."""
    below: list[Entry] = []
    names: list[int] = []
    level = ""
    for entry in entries:
        if entry.kelompok:
            level = entry.kelompok
            names += entry.lines
        elif level and entry.uraian and not entry.label:
            below.append(replace(entry, label=(level,)))
        else:
            below.append(entry)
    return below, names
