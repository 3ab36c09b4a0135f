"""What a change of the glossary would move, before anybody makes it: the same texts detected with and without it.

In: a change, the government and year that are looked at. Out: a `Moved`: pairs that rise, fall, enter or leave the
inbox, decisions that it would touch, where its phrases are found. Nothing is written. A large regency is detected in a
process of its own, twice: some twenty seconds for 10,000 kinerja.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from service.crosscut.glossary.change import Change, after, checked
from service.crosscut.glossary.edits import Edits as Changes
from service.crosscut.glossary.edits import in_force, of_concept, version
from service.crosscut.glossary.phrases import reading_of
from service.crosscut.glossary.use import NOWHERE, Use, general_word, uses
from service.crosscut.scope import Scope, read_scopes
from service.graph import Graph, Tx
from service.refresh.child import find_in_child
from service.refresh.conditions import Group
from service.refresh.moved import Direction, Edges, Shift, asked_again, counted, shifts
from service.refresh.now import READ_SECONDS, Before, read
from service.refresh.undecided import undecided

MOST_SHOWN = 100
NO_GROUP = Group("", 0, (), {})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of the change."""

    varian: str
    kinerja: int
    """In how many kinerja it stands; of one that goes: now."""
    pemakai: int
    """Of a single word that most units use, how many do; 0: it is not so common."""
    juga: tuple[str, ...]
    """Other concepts that it stands for."""


@dataclass(frozen=True, slots=True)
class Reach:
    """In how many kinerja and units a concept is found."""

    kinerja: int
    unit: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What the change would do."""

    perubahan: Change
    """As it would be made: tidied, with what must go along."""
    konsep_baru: bool
    versi_subjek: int
    """Version of the concept now: what making the change is based on."""
    lingkup: Scope
    kinerja: int
    """How many were compared."""
    varian: tuple[Phrase, ...]
    sebelum: Reach
    sesudah: Reach
    jumlah: Mapping[Direction, int]
    lemah: int
    """Pairs that move among the weak ones, which no inbox shows."""
    putusan: int
    """Decided pairs that would be asked once more or no more, because their wording has changed too."""
    pasangan: tuple[Shift, ...]
    """The largest moves first, at most `MOST_SHOWN`."""
    terpotong: bool
    detik: float


def preview(graph: Graph, wanted: Change, pemda: str = "", tahun: int | None = None) -> Moved:
    """What making `wanted` would move; raises Invalid as making it would."""
    began = time.perf_counter()

    def work(tx: Tx) -> tuple[Before, Scope]:
        return read(tx), read_scopes(tx, "", pemda, tahun).ini

    before, scope = graph.reading(work, READ_SECONDS)
    change = checked(wanted, before.ubahan)
    edits = after(change, before.ubahan, "", "", "")
    group = next((one for one in before.semua.kelompok if _is_of(one, scope)), NO_GROUP)
    now, then = _detected(before, group, before.ubahan), _detected(before, group, edits)
    moved = shifts(now, then, group)
    listed = [one for one in moved if one.arah]
    used, will_be = (uses(group.kondisi, known).get(change.konsep, NOWHERE) for known in (before.ubahan, edits))
    return Moved(
        perubahan=change,
        konsep_baru=change.konsep not in in_force(before.ubahan).concepts,
        versi_subjek=version(of_concept(before.ubahan, change.konsep)),
        lingkup=scope,
        kinerja=len(group.kondisi),
        varian=tuple(_phrases(change, used, will_be, group, before.ubahan)),
        sebelum=_reach(used),
        sesudah=_reach(will_be),
        jumlah=counted(listed),
        lemah=len(moved) - len(listed),
        putusan=len(asked_again(now) ^ asked_again(then)),
        pasangan=tuple(listed[:MOST_SHOWN]),
        terpotong=len(listed) > MOST_SHOWN,
        detik=time.perf_counter() - began,
    )


def _is_of(group: Group, scope: Scope) -> bool:
    return (group.pemda, group.tahun) == (scope.pemda, scope.tahun)


def _detected(before: Before, group: Group, edits: Changes) -> Edges:
    """What would stand in the graph with these edits."""
    only = replace(before.semua, kelompok=(group,))
    found = find_in_child(only, in_force(edits), before.badan, None)
    return undecided(found.edges.pasangan, before.kata, before.semua.sidik)


def _phrases(change: Change, now: Use, then: Use, group: Group, edits: Changes) -> Iterator[Phrase]:
    """Each with what a person should know of it before agreeing."""
    others: dict[tuple[str, ...], list[str]] = {}
    for entry in in_force(edits).entri:
        if entry.konsep != change.konsep:
            others.setdefault(reading_of(entry.varian), []).append(entry.konsep)
    for phrase in change.varian:
        stands = max(now.of(phrase), then.of(phrase))
        juga = tuple(sorted(set(others.get(reading_of(phrase), ()))))
        users = general_word(phrase, group.kondisi) if change.aksi == "tambah" else 0
        yield Phrase(phrase, stands, users, juga)


def _reach(use: Use) -> Reach:
    return Reach(len(use.kinerja), len(use.unit))
