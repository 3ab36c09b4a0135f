"""Which mirror answers now, and what one needs to ask it.

In: the places of the mirror. Out: a `Shown` (None: nothing runs that may be asked), an `At` of it, and a `State` for
pages and commands that only tell about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from service import server
from service.mirror import running
from service.mirror.content import Content, Stand, read_content
from service.mirror.places import Places
from service.server.conf import Folders
from service.server.state import State as Server
from service.server.state import read_state


@dataclass(frozen=True)
class At:
    """What one needs to ask the running mirror."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str
    revisi: int
    """Revision of the live graph at the moment of the copy."""
    pada: str
    """When it was copied, ISO 8601."""
    generasi: str
    """Name of this running process; `Mirror.kill` takes it."""
    terkini: bool
    """Whether the live graph still stood there when this was asked for."""


@dataclass(frozen=True)
class Shown:
    """The slot that answers."""

    slot: Folders
    content: Content
    server: Server


@dataclass(frozen=True)
class State:
    """One look at the mirror."""

    keadaan: str
    """`berhenti`, `menyiapkan` (nothing answers yet), `siap`, `menyegarkan` (an older one answers meanwhile)."""
    revisi: int | None
    """Revision that it answers of; None: nothing answers."""
    pada: str | None
    """When that was copied."""
    hidup_sejak: str | None
    """When its process was started."""
    terkini: bool
    """Whether the live graph stands where it was copied."""
    keluhan: str
    """Why the last refill of this process failed; empty: it did not."""

    def __str__(self) -> str:
        """One line for people."""
        if self.revisi is None:
            return f"{self.keadaan}. {self.keluhan}" if self.keluhan else self.keadaan
        age = "" if self.terkini else ", graf sudah berubah sesudahnya"
        return f"{self.keadaan}, revisi {self.revisi}{age}. {self.keluhan}".strip(" .")


def shown(places: Places) -> Shown | None:
    """The mirror that answers; None: none does."""
    slot = places.current
    content, found = read_content(slot), read_state(slot)
    return Shown(slot, content, found) if content and found and found.ready else None


def address(one: Shown, live: Stand) -> At:
    """`live`: where the graph stands now."""
    return At(
        uri=one.server.uri,
        user=server.USER,
        password=server.password_of(one.slot),
        database=server.DATABASE,
        revisi=one.content.stand.revisi,
        pada=one.content.pada,
        generasi=running.name(one.server),
        terkini=one.content.stand == live,
    )


def told(places: Places, live: Stand | None, *, preparing: bool, fault: str = "") -> State:
    """How it is doing; `live` None: that is not known."""
    one = shown(places)
    if one is None:
        return State("menyiapkan" if preparing else "berhenti", None, None, None, terkini=False, keluhan=fault)
    since = datetime.fromtimestamp(one.server.server.started).astimezone().isoformat(timespec="seconds")
    word = "menyegarkan" if preparing else "siap"
    return State(word, one.content.stand.revisi, one.content.pada, since, one.content.stand == live, fault)
