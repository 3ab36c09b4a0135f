"""Who may do what: the one table of roles and rights, and the right that every address asks for.

In: an actor, a right, a unit. Out: nothing, or `Forbidden` with who could do it. `ADDRESSES` names the right of every
route by its endpoint; one that is not in it is refused (and a test fails), so that nothing new is open by oversight.
"""

from __future__ import annotations

from typing import Literal

from service.actor import Actor, Role, acting
from service.errors import Forbidden

Right = Literal[
    "masuk",  # to sign in and to be told that something is not there: everybody
    "baca",  # read everything of the pemda
    "ekspor",  # take a file away; recorded
    "putuskan",  # decide about kinerja, documents and crosscutting, of own units
    "impor",  # bring a document in, withdraw, move it, of own units
    "register",  # master data of the whole pemda
    "temuan",  # work on findings of the audit
    "konsol",  # ask free questions
    "pribadi",  # own password, sessions, tokens
    "akun",  # accounts of others
    "kegiatan",  # read the activity log
    "cadangan",  # backup, restore, erase
]

LABELS: dict[Role, str] = {
    "administrator": "Administrator",
    "bappeda": "Bappeda (seluruh pemda)",
    "auditor": "Auditor",
    "perencana": "Perencana perangkat daerah",
    "analis": "Analis",
    "pembaca": "Pembaca",
}

READING: frozenset[Right] = frozenset({"masuk", "baca", "ekspor", "pribadi"})

ROLES: dict[Role, frozenset[Right]] = {
    "administrator": READING | {"putuskan", "impor", "register", "temuan", "konsol", "akun", "kegiatan", "cadangan"},
    "bappeda": READING | {"putuskan", "impor", "register", "konsol", "kegiatan"},
    "auditor": READING | {"temuan", "kegiatan", "konsol"},
    "perencana": READING | {"putuskan", "impor"},
    "analis": READING | {"konsol"},
    "pembaca": READING,
}
"""Role -> what it may do."""

EVERY_UNIT: frozenset[Role] = frozenset({"administrator", "bappeda"})
"""Roles that write for every unit; a planner writes for the units of the account."""

ADDRESSES: dict[str, Right] = {}
"""Endpoint -> the right that it asks for."""


def may(right: Right, actor: Actor | None = None) -> bool:
    """Whether `actor` (default: who acts) has `right`."""
    one = actor or acting()
    return right in ROLES[one.peran] and (one.cakupan is None or right in one.cakupan or right == "masuk")


def may_write(unit: str, actor: Actor | None = None) -> bool:
    """Whether `actor` may change what belongs to `unit` (kode of an SKPD)."""
    one = actor or acting()
    return one.peran in EVERY_UNIT or (one.peran == "perencana" and unit in one.unit)


def require(right: Right) -> None:
    """Raises Forbidden when who acts has not this right."""
    if not may(right):
        who = ", ".join(LABELS[role] for role, rights in ROLES.items() if right in rights)
        raise Forbidden("Akun Anda tidak berhak melakukan ini. Tidak ada yang diubah.", f"Yang berhak: {who}.")


def require_unit(unit: str, nama: str = "") -> None:
    """Raises Forbidden when who acts may not write for `unit`; called inside every write, where the unit is known."""
    if not may_write(unit):
        raise Forbidden(
            f"Akun Anda tidak menulis untuk {nama or unit}. Tidak ada yang diubah.",
            "Minta perencana perangkat daerah itu, atau Bappeda, melakukannya.",
        )
