"""The levels of one document from top to bottom.

In: the levels that its kinerja have, in the order they first appear, and the usual ladder of its kind of unit. Out: the
same, ordered. Known levels anchor the order, then numbers in their names, then the planning components they are worked
out in; what nothing anchors stands where it first appears.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from service.bahasa.terms import TYPES, component_type
from service.jenjang import step_of
from service.model import Claim, Step

COMPONENTS = ("misi", "tujuan", "sasaran", "program", "kegiatan", "sub kegiatan", "aktivitas", "rincian")
"""Planning components from top to bottom."""
NUMERALS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
}

ABOVE_UNIT = re.compile(r"\b(?:pemda|daerah|rpjmd|tematik)\b")
"""Of two names of one step, the one that speaks of the whole government stands higher."""
BELOW_HEADS = re.compile(r"\b(?:staf|pelaksana|individu|petugas)\b")
"""And the one that speaks of single officials lower."""

Anchor = Callable[[str], float | None]


def ordered(appearing: Sequence[str], steps: Sequence[Step], components: Mapping[str, str]) -> list[str]:
    """Levels of `appearing` (by first appearance in the tree's own order), top first; `components`: level -> type."""
    levels = list(dict.fromkeys(appearing))
    numbered = numbers(levels)
    if len(numbered) == len(levels):
        return sorted(levels, key=lambda level: numbered[level])
    for anchor in (_by_step(steps), _by_component(components)):
        if all(anchor(level) is not None for level in levels):
            return sorted(levels, key=lambda level: anchor(level) or 0)
    return _anchored(levels, _by_step(steps))


def numbers(levels: Sequence[str]) -> dict[str, int]:
    """Levels of one name that only their number tells apart: `level 1`, `eselon iii`."""
    found = {level: hit for level in levels if (hit := re.match(r"^(.*?)\s*(\d+|[ivx]+|\w+)$", level))}
    values = {level: NUMERALS.get(hit[2]) or (int(hit[2]) if hit[2].isdigit() else 0) for level, hit in found.items()}
    stems = {hit[1] for hit in found.values()}
    return {level: value for level, value in values.items() if value} if len(stems) == 1 else {}


def below_the_ladder(
    nameless: Mapping[str, Sequence[Claim]], rows: Mapping[str, Sequence[Claim]], length: int
) -> dict[str, int]:
    """Id -> rank of kinerja without any level whose component stands below those of all that have one."""
    kinds = {id_: component_rank(_component(of)) for id_, of in rows.items()}
    lowest = max((rank for id_, rank in kinds.items() if id_ not in nameless and rank < len(COMPONENTS)), default=99)
    below = sorted({kinds[id_] for id_ in nameless if lowest < kinds[id_] < len(COMPONENTS)})
    return {id_: length + 1 + below.index(kinds[id_]) for id_ in nameless if kinds[id_] in below}


def component_rank(kind: str) -> int:
    """Place of a component among all, from 0 on top; one of no known type comes last."""
    type_ = component_type(kind)
    return COMPONENTS.index(type_) if type_ in COMPONENTS else len(COMPONENTS)


def _component(rows: Sequence[Claim]) -> str:
    return next((row.komponen for row in rows if row.komponen), "")


def _by_step(steps: Sequence[Step]) -> Anchor:
    def anchor(level: str) -> float | None:
        step = step_of(level, steps)
        higher, lower = ABOVE_UNIT.search(level) is not None, BELOW_HEADS.search(level) is not None
        return step.urut - higher / 2 + lower / 2 if step else None

    return anchor


def _by_component(components: Mapping[str, str]) -> Anchor:
    def anchor(level: str) -> float | None:
        kind = components.get(level, "")
        return COMPONENTS.index(kind) if kind in COMPONENTS else None

    return anchor


def _anchored(levels: list[str], anchor: Anchor) -> list[str]:
    """Anchored levels in their order; each other one stays behind the level it first appears after."""
    result = sorted([level for level in levels if anchor(level) is not None], key=lambda level: anchor(level) or 0)
    for index, level in enumerate(levels):
        if level in result:
            continue
        above = next((other for other in reversed(levels[:index]) if other in result), None)
        result.insert(result.index(above) + 1 if above is not None else 0, level)
    return result


assert {kind for _, kind in TYPES} == set(COMPONENTS)  # noqa: S101  a new type of component needs its place here
