"""Which kinerja of the graph a new version speaks of: kept, reworded, moved, back again, or new.

In: the new document folded on its own, and what the graph knows of the same unit and year. Out: one `Match` per
statement. The ladder, first rung that holds: a person's word; the id that its row carries; the same wording; the same
code under the same parent; the mutual best match under the same parent, at least `ALIKE`; otherwise it is new. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from service.bahasa.spelling import nearness
from service.errors import Invalid
from service.ingest.likeness import mutual_best

Rung = Literal["orang", "tertulis", "sidik", "kode", "mirip", "baru"]

ALIKE = 0.8
"""From this similarity on, a statement under the same parent is the old one with mended words."""
DESCENDED = 0.75
"""From this similarity on, a statement that vanished is said to have become the new one."""
NEW = "baru"
"""A person's word for: this is none of the old ones."""


@dataclass(frozen=True, slots=True)
class Known:
    """A kinerja that the graph knows of this unit and year."""

    id: str
    uraian: str
    sidik: str
    kode: str = ""
    induk: str = ""
    """Id of its main effect as its document has it; empty: it has none, or lives no more."""
    hidup: bool = True
    """Lives in the current version."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A statement of the new version."""

    kelompok: int
    uraian: str
    sidik: str
    kode: str = ""
    induk: int = 0
    """`kelompok` of its main effect; 0: none."""
    id_tertulis: str = ""
    """Id that its rows carry, in a worksheet or template that this program filled."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a statement of the new version is taken for."""

    kelompok: int
    id: str
    """Id of the old kinerja; empty: it is new."""
    cara: Rung
    sesudah: str
    """The statement now."""
    sebelum: str = ""
    """The statement before."""
    kemiripan: float = 0.0
    """0 to 1; 1 for the same wording."""


def recognise(fresh: Sequence[Fresh], known: Sequence[Known], choices: Mapping[int, str]) -> tuple[Match, ...]:
    """One match per statement, in document order; raises Invalid for a choice that cannot be."""
    ladder = _Ladder(fresh, known)
    ladder.by_choice(choices)
    ladder.by_written_id()
    ladder.by_wording()
    for parents in _generations(fresh):
        ladder.under_parents(parents)
    return tuple(ladder.found.get(f.kelompok) or Match(f.kelompok, "", "baru", f.uraian) for f in fresh)


class _Ladder:
    """The statements not yet recognised and the known ones not yet taken, rung by rung."""

    def __init__(self, fresh: Sequence[Fresh], known: Sequence[Known]) -> None:
        self.fresh = {f.kelompok: f for f in fresh}
        self.free = {k.id: k for k in sorted(known, key=lambda k: not k.hidup)}
        self.known = dict(self.free)
        self.found: dict[int, Match] = {}

    def by_choice(self, choices: Mapping[int, str]) -> None:
        for kelompok, chosen in choices.items():
            if kelompok not in self.fresh:
                raise Invalid(f"Dokumen ini tidak punya kalimat nomor {kelompok}.", "Muat ulang pratinjau.")
            if chosen == NEW:
                self.found[kelompok] = Match(kelompok, "", "orang", self.fresh[kelompok].uraian)
            elif chosen in self.free:
                self._take(kelompok, chosen, "orang")
            else:
                raise Invalid(f"Kinerja {chosen} tidak ada, atau sudah dipilih untuk kalimat lain.", "Pilih yang lain.")

    def by_written_id(self) -> None:
        for f in self.fresh.values():
            if f.id_tertulis in self.free and f.kelompok not in self.found:
                self._take(f.kelompok, f.id_tertulis, "tertulis")

    def by_wording(self) -> None:
        """The same digest; of repeated statements first those under the same parent, then in order."""
        parent_words = {f.kelompok: self._wording(f.induk) for f in self.fresh.values()}
        known_words = {k.id: self._known_wording(k.induk) for k in self.free.values()}
        self._pair(lambda f: (f.sidik, parent_words[f.kelompok]), lambda k: (k.sidik, known_words[k.id]))
        self._pair(lambda f: (f.sidik,), lambda k: (k.sidik,))

    def under_parents(self, parents: Sequence[int]) -> None:
        """Code, then likeness, below statements that are recognised themselves (0: the top)."""
        for parent in parents:
            match = self.found.get(parent)
            if parent and not (match and match.id):
                continue
            old_parent = match.id if match else ""
            children = [f for f in self.fresh.values() if f.induk == parent and f.kelompok not in self.found]
            old = [k for k in self.free.values() if k.hidup and k.induk == old_parent]
            self._by_code(children, old)
            self._by_likeness(children, old)

    def _by_code(self, children: Sequence[Fresh], old: Sequence[Known]) -> None:
        codes = {k.kode: k.id for k in old if k.kode}
        for child in children:
            if codes.get(child.kode) in self.free:
                self._take(child.kelompok, codes[child.kode], "kode")

    def _by_likeness(self, children: Sequence[Fresh], old: Sequence[Known]) -> None:
        new_texts = {str(f.kelompok): f.uraian for f in children if f.kelompok not in self.found}
        old_texts = {k.id: k.uraian for k in old if k.id in self.free}
        for kelompok, key, _ in mutual_best(new_texts, old_texts, ALIKE):
            self._take(int(kelompok), key, "mirip")

    def _pair(self, of_fresh: Callable[[Fresh], Hashable], of_known: Callable[[Known], Hashable]) -> None:
        waiting: dict[Hashable, list[str]] = defaultdict(list)
        for k in self.free.values():
            waiting[of_known(k)].append(k.id)
        for f in self.fresh.values():
            if f.kelompok not in self.found and waiting[of_fresh(f)]:
                self._take(f.kelompok, waiting[of_fresh(f)].pop(0), "sidik")

    def _take(self, kelompok: int, key: str, cara: Rung) -> None:
        old, new = self.free.pop(key), self.fresh[kelompok]
        alike = 1.0 if old.sidik == new.sidik else nearness(old.uraian, new.uraian)
        self.found[kelompok] = Match(kelompok, key, cara, new.uraian, old.uraian, round(alike, 2))

    def _wording(self, kelompok: int) -> str:
        return self.fresh[kelompok].sidik if kelompok in self.fresh else ""

    def _known_wording(self, key: str) -> str:
        return self.known[key].sidik if key in self.known else ""


def _generations(fresh: Sequence[Fresh]) -> list[list[int]]:
    """`[[0], [tops], [their children], …]`: parents are recognised before what stands under them."""
    children: dict[int, list[int]] = defaultdict(list)
    for f in fresh:
        children[f.induk].append(f.kelompok)
    generations, seen = [[0]], {0}
    while generations[-1]:
        below = [c for p in generations[-1] for c in children[p] if c not in seen]
        seen.update(below)
        generations.append(below)
    return generations
