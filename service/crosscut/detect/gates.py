"""Pairs that are never crosscutting, known before anything is compared.

In: the conditions of one regency and year. Out: `Gates`: which are housekeeping (secretariat work that every unit has),
which stand for others of their kind, and whether two may be compared at all. Without them the first hundred candidates
are nothing but the same official sentence in two units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.stems import plain, stems
from service.crosscut.detect.phrases import Phrases
from service.crosscut.glossary import Glossary
from service.crosscut.statement import Condition, Twin, TwinKind

TERRITORY = frozenset({"kecamatan", "kelurahan", "puskesmas", "uptd", "desa"})
"""Kinds of unit of which a regency has many, each for its own territory: two of one kind share no work."""
HOUSEKEEPING_CODE = re.compile(r"^(?:\d|X)\.(?:\d\d|XX)\.01(?:\.|$)", re.IGNORECASE)
"""Program 01 of every urusan is that of the secretariat."""
MANY_KINDS = 3
"""The same sentence in so many kinds of unit is nobody's own work, if the glossary knows no object in it."""


@dataclass(frozen=True)
class Gates:
    """What is left out, and who stands for whom."""

    sekretariat: frozenset[str]
    """Ids of conditions that are housekeeping."""
    wakil: Mapping[str, tuple[str, ...]]
    """Representative -> ids of all territory units of its kind with the same wording, its own first."""
    twins: tuple[Twin, ...]

    def ranked(self, conditions: Iterable[Condition]) -> list[Condition]:
        """Those that are compared, in order of their ids."""
        hidden = {id_ for first, same in self.wakil.items() for id_ in same if id_ != first}
        kept = (one for one in conditions if one.id not in hidden and one.id not in self.sekretariat)
        return sorted(kept, key=lambda one: one.id)


def gates(conditions: Sequence[Condition], glossary: Glossary, has_object: Mapping[str, bool]) -> Gates:
    """`has_object`: id -> the glossary knows an object in its statement or indicators."""
    office = housekeeping(conditions, glossary, has_object)
    same = _same_wording(one for one in conditions if one.jenis_unit in TERRITORY and one.id not in office)
    return Gates(office, same, _twins(conditions, office))


def housekeeping(conditions: Sequence[Condition], glossary: Glossary, has_object: Mapping[str, bool]) -> frozenset[str]:
    """Ids of secretariat work: by code, by its phrases, by being everybody's sentence; what serves it as well."""
    phrases = Phrases((stems(phrase), "x") for phrase in glossary.sekretariat)
    everybody = _everybodys(conditions, has_object)
    found = {
        one.id
        for one in conditions
        if HOUSEKEEPING_CODE.match(one.kode)
        or (not one.kode and (one.id in everybody or any(phrases.longest(stems(one.uraian)))))
    }
    return frozenset(_with_causes(found, conditions))


def comparable(a: Condition, b: Condition) -> bool:
    """Two units of one regency and year, and not two territories of one kind."""
    return (
        a.unit != b.unit
        and (a.pemda, a.tahun) == (b.pemda, b.tahun)
        and not (a.jenis_unit in TERRITORY and a.jenis_unit == b.jenis_unit)
    )


def _everybodys(conditions: Iterable[Condition], has_object: Mapping[str, bool]) -> set[str]:
    kinds: dict[str, set[str]] = {}
    ids: dict[str, list[str]] = {}
    for one in conditions:
        wording = plain(one.uraian)
        kinds.setdefault(wording, set()).add(one.jenis_unit if one.jenis_unit in TERRITORY else one.unit)
        ids.setdefault(wording, []).append(one.id)
    many = (wording for wording, found in kinds.items() if len(found) >= MANY_KINDS)
    return {id_ for wording in many for id_ in ids[wording] if not has_object.get(id_, False)}


def _with_causes(found: set[str], conditions: Iterable[Condition]) -> set[str]:
    """What only serves housekeeping is housekeeping: every effect of it is."""
    effects = {one.id: one.induk for one in conditions if one.induk}
    whole, grown = set(found), True
    while grown:
        more = {id_ for id_, above in effects.items() if id_ not in whole and all(up in whole for up in above)}
        whole |= more
        grown = bool(more)
    return whole


def _same_wording(conditions: Iterable[Condition]) -> dict[str, tuple[str, ...]]:
    groups: dict[tuple[object, ...], list[str]] = {}
    for one in sorted(conditions, key=lambda one: one.id):
        wording = (one.pemda, one.tahun, one.jenis_unit, plain(one.uraian), tuple(sorted(map(plain, one.indikator))))
        groups.setdefault(wording, []).append(one.id)
    return {ids[0]: tuple(ids) for ids in groups.values() if len(ids) > 1}


def _twins(conditions: Iterable[Condition], office: frozenset[str]) -> tuple[Twin, ...]:
    """Groups over several units with one statement: territories of a kind, secretariats."""
    groups: dict[tuple[object, ...], list[Condition]] = {}
    for one in sorted(conditions, key=lambda one: one.id):
        if one.id in office or one.jenis_unit in TERRITORY:
            kind = "" if one.id in office else one.jenis_unit
            groups.setdefault((one.pemda, one.tahun, kind, plain(one.uraian)), []).append(one)
    several = (group for group in groups.values() if len({one.unit for one in group}) > 1)
    return tuple(sorted((_twin(group, office) for group in several), key=lambda twin: (twin.jenis, twin.ids)))


def _twin(group: Sequence[Condition], office: frozenset[str]) -> Twin:
    kind: TwinKind = "sekretariat" if group[0].id in office else "kembar templat"
    return Twin(kind, tuple(one.id for one in group), group[0].uraian)
