"""Who acts, and what is being done: set once at the door, read wherever something is written down.

In: the account behind a request or a command. Out: `acting()` for whoever records an author or asks for a right, and
`note()` for whoever changes something and knows what stood there before. One per thread of the web server.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["administrator", "bappeda", "auditor", "perencana", "analis", "pembaca"]
Way = Literal["lokal", "sesi", "token", "perintah"]


@dataclass(frozen=True, slots=True)
class Actor:
    """An account as it acts now."""

    akun: str
    """Its handle, never a person's name; `lokal` before there are accounts."""
    peran: Role
    unit: tuple[str, ...] = ()
    """Kode of the units that a planner writes for; other roles have none."""
    cara: Way = "lokal"
    """Single-user mode | signed in | API token | command line."""
    dari: str = ""
    """Address of the caller; empty: this computer."""
    cakupan: frozenset[str] | None = None
    """Permissions that a token is limited to; None: all of the role."""


@dataclass(slots=True)
class Doing:
    """What the actor does now, as the activity log will tell it."""

    nomor: int
    """Number of its intent in the activity log; the graph's commit carries it."""
    sebelum: dict[str, str] = field(default_factory=dict)
    sesudah: dict[str, str] = field(default_factory=dict)
    subjek: str = ""
    unit: str = ""
    revisi: int = 0
    """Revision of the graph that the last write of this doing made; 0: it wrote nothing there."""
    gagal: str = ""
    """Why it did not happen, for what is refused without an exception; empty: it did."""
    akun: str = ""
    """Who it turned out to be (a sign-in); empty: who acted when it began."""
    peran: str = ""
    """The role of `akun`."""


LOCAL = Actor("lokal", "administrator")

NOBODY = Actor("", "pembaca", cara="sesi", cakupan=frozenset())
"""Whoever has not signed in, where there are accounts: no right but to sign in."""

_acting: ContextVar[Actor] = ContextVar("acting", default=LOCAL)
_doing: ContextVar[Doing | None] = ContextVar("doing", default=None)


def acting() -> Actor:
    """Who acts in this thread."""
    return _acting.get()


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """Inside the block `actor` acts."""
    token = _acting.set(actor)
    try:
        yield actor
    finally:
        _acting.reset(token)


def doing() -> Doing | None:
    """What is being done in this thread; None: nothing that is recorded."""
    return _doing.get()


@contextmanager
def at_work(one: Doing) -> Iterator[Doing]:
    """Inside the block the actor does `one`."""
    token = _doing.set(one)
    try:
        yield one
    finally:
        _doing.reset(token)


def note(
    *, subjek: str = "", unit: str = "", sebelum: dict[str, str] | None = None, sesudah: dict[str, str] | None = None
) -> None:
    """Tell the activity log what is changed, and what stood there before; harmless when nothing is recorded."""
    one = doing()
    if one is None:
        return
    one.subjek, one.unit = subjek or one.subjek, unit or one.unit
    one.sebelum |= sebelum or {}
    one.sesudah |= sesudah or {}
