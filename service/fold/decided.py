"""Which entries of the log hold, and about what: the first half of laying decisions over a document.

In: the log entries of one unit and year. Out: those in force, oldest first, each speaking of the kinerja that the rows
are now said to speak of. An entry is in force while no entry in force cancels it; of several on one slot the last wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from service.fold.matched import same_kinerja
from service.model import Decision, DecisionKind

OBJECT: Mapping[DecisionKind, str] = {
    "induk_lain": "induk",
    "indikator": "indikator",
    "jabatan": "jabatan",
    "komponen": "komponen",
}
"""Kind of which several may hold of one subject -> what in its `isi` tells them apart."""

Slot = tuple[str, str, str]


class Said(Protocol):
    """A decision, or one that a person wishes for."""

    @property
    def jenis(self) -> DecisionKind: ...
    @property
    def subjek(self) -> str: ...
    @property
    def isi(self) -> Mapping[str, str]: ...


def slot(decision: Said) -> Slot:
    """What an entry decides: of several on one slot the last holds. Rows speak of one kinerja only, so the slot of a
    `padanan` is the id that they carry. Of a crosscutting pair each side has a slot of its own."""
    if decision.jenis == "padanan":
        return decision.jenis, "", decision.isi.get("dari", "")
    if decision.jenis == "silang":
        return decision.jenis, decision.subjek, f"{decision.isi.get('dengan', '')} {decision.isi.get('pihak', '')}"
    return decision.jenis, decision.subjek, decision.isi.get(OBJECT.get(decision.jenis, ""), "")


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Entries that hold, oldest first: neither cancelled nor cancelling, the last on each slot."""
    return _last_of_each(one for one in standing(decisions) if not one.membatalkan)


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Entries that no standing entry cancels, oldest first; those that cancel others are among them."""
    cancelled: set[str] = set()
    held: list[Decision] = []
    for decision in sorted(decisions, key=lambda one: -one.urut):
        if decision.id not in cancelled:
            held.append(decision)
            cancelled.add(decision.membatalkan)
    return held[::-1]


def as_matched(holding: Sequence[Decision]) -> list[Decision]:
    """Entries in force under the ids that rows are matched to: what was decided of a statement before it was known to
    be an old one still holds. A statement that was parted from an old one leaves the decisions with the old one."""
    now = same_kinerja(holding, with_new=False)
    return _last_of_each(_renamed(one, now) if one.jenis != "padanan" else one for one in holding)


def levels(holding: Sequence[Decision]) -> dict[str, str]:
    """Id of a kinerja -> the level that a person settled."""
    return {one.subjek: one.isi["tingkat"] for one in holding if one.jenis == "tingkat" and one.isi.get("tingkat")}


def _last_of_each(decisions: Iterable[Decision]) -> list[Decision]:
    last = {slot(one): one for one in decisions}
    return sorted(last.values(), key=lambda one: one.urut)


def _renamed(decision: Decision, now: Mapping[str, str]) -> Decision:
    if not now:
        return decision
    said = {name: now.get(value, value) if name in ("induk", "dari") else value for name, value in decision.isi.items()}
    return replace(decision, subjek=now.get(decision.subjek, decision.subjek), isi=said)
