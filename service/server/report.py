"""How the private server of a data folder is doing, without starting anything.

In: settings. Out: a `Status`; `kinerja neo4j status` and `kinerja status` print it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import psutil

from service.config import Settings
from service.errors import KinerjaError
from service.server.archive import archive_state
from service.server.conf import folders
from service.server.jars import complete
from service.server.java import choose_java
from service.server.lock import read_lock
from service.server.state import State, read_state


@dataclass(frozen=True)
class Status:
    """One look at the database of a data folder."""

    keadaan: str
    """`berjalan`, `sedang mulai`, `berhenti`, or `di luar` when NEO4J_URI names another server."""
    alamat: str | None
    """For the driver; None when nothing runs."""
    pid: int | None
    sejak: str | None
    """Local time, ISO 8601."""
    memori: int | None
    """Bytes that the process holds."""
    neo4j: str | None
    """Version that runs, or that would be started."""
    java: str | None
    """Java that runs it, or that would."""
    pemakai: tuple[int, ...]
    """Ids of the kinerja processes that use it now."""
    menetap: bool
    """Whether it stays when the last user leaves (`kinerja neo4j start`)."""
    jar: str
    """`lengkap` or `belum diunduh`."""
    arsip: str
    """The class archive that makes starts faster: `ada`, `belum ada`, or why it could not be made."""
    folder: str
    """Data folder."""


def status(settings: Settings) -> Status:
    """The state of the database of `settings`; never raises for a server that is down."""
    state = None if settings.external else read_state(folders(settings))
    lock = read_lock()
    java, archive = _java(settings)
    return Status(
        keadaan="di luar" if settings.external else _word(state),
        alamat=settings.neo4j_uri or (state.uri if state else None),
        pid=state.server.pid if state else None,
        sejak=_when(state.server.started) if state else None,
        memori=_memory(state.server.handle) if state else None,
        neo4j=state.version if state else (None if settings.external else lock.version),
        java=state.java if state else (None if settings.external else java),
        pemakai=tuple(user.pid for user in state.living) if state else (),
        menetap=state.keep if state else False,
        jar="lengkap" if complete(lock.folder(settings.cache), lock) else "belum diunduh",
        arsip=archive,
        folder=str(settings.data),
    )


def _java(settings: Settings) -> tuple[str | None, str]:
    try:
        java = choose_java(settings)
    except KinerjaError as fault:
        return None, fault.message
    return str(java), archive_state(java, read_lock(), settings.cache)


def _word(state: State | None) -> str:
    if state is None:
        return "berhenti"
    return "berjalan" if state.ready else "sedang mulai"


def _when(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def _memory(process: psutil.Process | None) -> int | None:
    with suppress(psutil.Error):
        return int(process.memory_info().rss) if process else None
    return None
