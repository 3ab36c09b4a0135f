"""Decisions that lose what they are about when kinerja go: told before it is done.

In: the log of a unit and year, its cascade, and the ids that stay. Out: an `Orphan` for every decision in force about a
kinerja that goes. They stay in the log, and hold again when their kinerja comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from service.fold.decided import in_force
from service.model import Cascade, Decision


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision whose object goes."""

    id: str
    urut: int
    jenis: str
    oleh: str
    pada: str
    alasan: str
    kinerja: str
    """Id of what it is about."""
    uraian: str


def orphans(decisions: Sequence[Decision], cascade: Cascade, stay: Collection[str] = ()) -> tuple[Orphan, ...]:
    """Decisions in force about kinerja of `cascade` that are not in `stay`, in the order of the document."""
    words = {k.id: k.uraian for k in cascade.kinerja if k.id not in stay}
    place = {key: n for n, key in enumerate(words)}
    found = [one for one in in_force(decisions) if one.subjek in words]
    return tuple(
        Orphan(one.id, one.urut, one.jenis, one.oleh, one.pada, one.alasan, one.subjek, words[one.subjek])
        for one in sorted(found, key=lambda one: (place[one.subjek], one.urut))
    )
