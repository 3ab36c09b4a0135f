"""Statements that a version was read with for mended old ones although they are not very much alike.

In: what the import recognised. Out: a text for the version, and from that the `Doubt` again; a person may still say
that it is another statement after all.
"""

from __future__ import annotations

from dataclasses import dataclass

SURE = 0.9
"""From this similarity on nobody needs to look."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One statement that was taken for an old one."""

    id: str
    """Of the kinerja, as the rows carry it."""
    kemiripan: float
    """0 to 1."""
    sebelum: str
    """The old statement."""


def doubt_text(one: Doubt) -> str:
    """As a `Versi` holds it: a property of a node holds a list of texts."""
    return f"{one.id}={one.kemiripan}={one.sebelum}"


def doubt(text: str) -> Doubt:
    """The doubt again."""
    key, alike, before = text.split("=", 2)
    return Doubt(key, float(alike), before)
