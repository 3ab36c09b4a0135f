"""Decisions that have lost what they are about: still in force, followed no more, and told.

In: the decisions in force, the kinerja that live, and what could not be followed while the cascade was laid. Out: one
`Astray` each, oldest first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from service.model import Astray, Decision

GONE = "kinerja itu tidak ada lagi di dokumen yang berlaku"
UNMATCHED = "kalimat yang dicocokkan itu tidak ada lagi di dokumen yang berlaku"


def astray(holding: Sequence[Decision], living: Collection[str], unfollowed: Sequence[Astray]) -> tuple[Astray, ...]:
    """`unfollowed`: decisions about living kinerja that name something which is not there."""
    gone = [
        Astray(one.id, UNMATCHED if one.jenis == "padanan" else GONE)
        for one in holding
        if one.jenis != "versi" and one.subjek not in living
    ]
    order = {one.id: one.urut for one in holding}
    return tuple(sorted([*gone, *unfollowed], key=lambda one: order[one.keputusan]))
