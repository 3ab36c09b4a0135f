"""One condition or one indicator twice within a unit.

In: conditions. Out: `Repeat`s. Only what is the same but for case, spaces and punctuation: rules that forgive more flag
parent and child, which speak of one thing on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.bahasa.stems import plain
from service.crosscut.statement import Condition, Repeat, RepeatKind


def repeats(conditions: Iterable[Condition]) -> list[Repeat]:
    """The first of a group with each other one, by unit and ids; a pair that shares both is told once, as `kondisi`."""
    found: dict[tuple[str, str, str], RepeatKind] = {}
    groups: dict[tuple[str, RepeatKind, str], list[str]] = {}
    for one in sorted(conditions, key=lambda one: one.id):
        for kind, wording in _wordings(one):
            groups.setdefault((one.unit, kind, wording), []).append(one.id)
    for (unit, kind, _), ids in sorted(groups.items(), key=lambda group: group[0][1] != "kondisi"):
        for other in dict.fromkeys(ids[1:]):
            if other != ids[0]:
                found.setdefault((unit, ids[0], other), kind)
    return [Repeat(*pair, kind) for pair, kind in sorted(found.items())]


def _wordings(one: Condition) -> Iterator[tuple[RepeatKind, str]]:
    if plain(one.uraian):
        yield "kondisi", plain(one.uraian)
    for name in one.indikator:
        if plain(name):
            yield "indikator", plain(name)
