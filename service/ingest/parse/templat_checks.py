"""What the kinerja of a template say of each other: parents, levels, units of measure.

In: the `Stated` kinerja. Out: the parent of each as its row means it, and an issue for every cell that names something
that is not there, closes a circle, or contradicts another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.terms import level_name
from service.bahasa.wording import key
from service.ingest.parse.templat_kinerja import Stated, code, parts
from service.jenjang import ladder_for, step_of
from service.model import Issue
from service.remarks import remark
from service.templat.form import OUTSIDE

HALF = 2
"""A document of which less than one level in this many is a usual one has a ladder of its own."""


@dataclass(frozen=True, slots=True)
class Parent:
    """What a row says of its parent."""

    induk: str
    """Id, code or statement of it, as `fold` finds it; empty: it has none, or names one that is not there."""
    urutan: bool = False
    """This program printed it from the order of rows (empty: printed that there is none), and nobody has edited it."""


def parents(kinerja: Sequence[Stated]) -> tuple[dict[int, Parent], list[Issue]]:
    """Number of a kinerja -> its parent, or its parents, the main one first."""
    find = _finder(kinerja)
    found: dict[int, Parent] = {}
    above: dict[int, list[int]] = {}
    issues: list[Issue] = []
    for one in kinerja:
        written = [name for text in parts(one.first.written("induk")) for name in _several(text, find)]
        names, ordered = _remembered(one, written) or (written, False)
        if None in map(find, names):  # what the document said before a decision is gone
            names, ordered = written, False
        known = [effect for name in names if (effect := find(name))]
        issues += [_unknown(one, name) for name in names if not find(name)]
        above[one.nomor] = [effect.nomor for effect in known]
        if known or ordered:
            found[one.nomor] = Parent("\n".join(map(_handle, known)), ordered)
    return found, [*issues, *_circles(kinerja, above)]


def levels(kinerja: Sequence[Stated], jenis: str) -> list[Issue]:
    """Levels that are missing, or that this row alone uses; a document with a ladder of its own is left in peace."""
    steps = ladder_for(jenis)
    said = {one.nomor: level_name(one.first.text("tingkat")) for one in kinerja if one.first.text("tingkat")}
    usual = [level for level in said.values() if step_of(level, steps)]
    issues = [_levelless(one) for one in kinerja if one.nomor not in said]
    if len(usual) * HALF < len(said):
        return issues
    used = Counter(said.values())
    offered = ", ".join(
        dict.fromkeys([*(step.tingkat for step in steps), *(level for level in used if used[level] > 1)])
    )
    for one in kinerja:
        level = said.get(one.nomor, "")
        if used[level] == 1 and not step_of(level, steps):
            message = f'Tingkat "{one.first.text("tingkat")}" tidak dikenal. Yang ada: {offered}.'
            issues.append(remark("TPL05", one.first.place("tingkat"), message, (one.first.cells.nomor,)))
    return issues


def units_of_measure(kinerja: Sequence[Stated]) -> list[Issue]:
    """One indicator with two units of measure."""
    first: dict[str, tuple[str, str]] = {}
    issues = []
    for one in kinerja:
        for line in one.lines:
            name, unit = key(line.text("indikator")), line.text("satuan")
            if not name or not unit:
                continue
            known, place = first.setdefault(name, (unit, line.place("satuan")))
            if key(known) != key(unit):
                message = (
                    f'Satuan "{unit}" berbeda dari "{known}" di {place} untuk indikator yang sama; dipakai "{known}".'
                )
                issues.append(remark("TPL11", line.place("satuan"), message, (line.cells.nomor,)))
    return issues


def _finder(kinerja: Sequence[Stated]) -> Callable[[str], Stated | None]:
    """Whom an id, a code or a statement names; an id is believed before a code, a code before words."""
    words = {key(one.uraian): one for one in reversed(kinerja)}
    codes = {code(one.kode): one for one in kinerja if one.kode}
    ids = {one.id.casefold(): one for one in kinerja if one.id}
    return lambda name: ids.get(name.casefold()) or codes.get(code(name)) or words.get(key(name))


def _several(text: str, find: Callable[[str], Stated | None]) -> list[str]:
    """`1.1, 1.2` is two parents where both are there and nothing is called that."""
    names = [name.strip() for name in re.split(r"[,/&]", text)]
    return names if len(names) > 1 and not find(text) and all(map(find, names)) else [text]


def _handle(one: Stated) -> str:
    return one.id or one.kode or one.uraian


def _remembered(one: Stated, written: Sequence[str]) -> tuple[list[str], bool] | None:
    """What the document itself said (and whether by its order), where the printed parents stand unedited; None: a
    person wrote them."""
    note = one.first.text("asal_induk")
    printed, own, origin = (part.strip() for part in f"{note}{OUTSIDE * 2}".split(OUTSIDE)[:3])
    if OUTSIDE not in note or [code(name) for name in parts(printed)] != [code(n) for n in written]:
        return None
    return parts(own), origin == "urutan" or not own


def _unknown(one: Stated, meant: str) -> Issue:
    message = f'Induk "{meant}" tidak ada di kolom Kode, ID, atau Uraian kinerja.'
    return remark("TPL12", one.first.place("induk"), message, (one.first.cells.nomor,))


def _circles(kinerja: Sequence[Stated], above: Mapping[int, Sequence[int]]) -> Iterable[Issue]:
    """One issue for each circle, at the parent of its first row."""
    by_number = {one.nomor: one for one in kinerja}
    told: set[int] = set()
    for start in above:
        way = _way_back(start, above)
        if not way or told & set(way):
            continue
        told.update(way)
        round_ = [by_number[number] for number in (*way, start)]
        names = " -> ".join(f'"{_handle(one)}"' for one in round_)
        rows = [one.first.cells.nomor for one in round_[:-1]]
        yield remark("STR02", round_[0].first.place("induk"), f"Hubungan sebab-akibat berputar: {names}.", rows)


def _way_back(start: int, above: Mapping[int, Sequence[int]]) -> list[int]:
    """The shortest way from a kinerja up to itself; empty: there is none."""
    waiting, seen = [[start]], set[int]()
    for way in waiting:
        for effect in above.get(way[-1], ()):
            if effect == start:
                return way
            if effect not in seen:
                seen.add(effect)
                waiting.append([*way, effect])
    return []


def _levelless(one: Stated) -> Issue:
    counts = Counter(name for name in ("komponen", "komponen_kode") if one.first.text(name))
    rest = "disimpulkan dari komponennya bila dapat" if counts else "kinerja ini tanpa tingkat"
    return remark("TPL09", one.first.place("tingkat"), f"Tingkat kosong; {rest}.", (one.first.cells.nomor,))
