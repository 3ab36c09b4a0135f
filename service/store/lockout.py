"""Guessing passwords gets slower: after five failures in a row 30 seconds, then 1, 2, 4 minutes, up to an hour.

In: a handle as typed (whether it exists or not) and the address it comes from. Out: leave to try, or `TooMany` with the
moment when it may be tried again. An attempt counts as failed before the password is looked at, and is taken back when
it was right: two at once are never both the last free one. All of it stands in the store and outlives a restart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from service.errors import TooMany
from service.store import Store
from service.store.moments import now, read, written
from service.store.tables import Percobaan

FREE = {"akun": 5, "alamat": 20}
"""Failures before the first wait. An office of forty people shares one address, so it has more."""

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=1)
MOST_DOUBLINGS = 7
FORGET = timedelta(days=1)
"""Without another failure for so long, counting starts again."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to sign in."""

    nama: str
    dari: str
    pada: datetime

    @property
    def keys(self) -> tuple[str, ...]:
        return (f"akun {self.nama}", f"alamat {self.dari}")


def begin(store: Store, attempt: Attempt) -> None:
    """Count the attempt; raises TooMany while the handle or the address is locked."""
    with store.session() as session:
        _forget(session, attempt.pada)
        for key in attempt.keys:
            _count(session, key, attempt.pada)


def check(store: Store, attempt: Attempt) -> None:
    """Raises TooMany while the handle or the address is locked; counts nothing."""
    locked = select(func.max(Percobaan.terkunci_sampai)).where(
        Percobaan.kunci.in_(attempt.keys), Percobaan.terkunci_sampai > written(attempt.pada)
    )
    with store.session() as session:
        until = session.scalar(locked)
    if until:
        raise _locked(read(until), attempt.pada)


def succeeded(session: Session, attempt: Attempt) -> None:
    """It was right: the account starts from nothing again, the address has one failure less."""
    account, address = attempt.keys
    session.execute(delete(Percobaan).where(Percobaan.kunci == account))
    session.execute(
        update(Percobaan).where(Percobaan.kunci == address).values(gagal=Percobaan.gagal - 1, terkunci_sampai=None)
    )


def strike(store: Store, dari: str, at: datetime | None = None) -> None:
    """Somebody at this address guesses (an API token that nobody was given); raises TooMany while it is locked."""
    with store.session() as session:
        _count(session, f"alamat {dari}", at or now())


def wait_after(failures: int, free: int) -> timedelta:
    """How long after so many failures in a row; nothing while some are free."""
    if failures < free:
        return timedelta()
    doubled: int = 2 ** min(failures - free, MOST_DOUBLINGS)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _count(session: Session, key: str, at: datetime) -> None:
    """One more failure under `key`, and the wait that follows it; written first, so that attempts take turns."""
    moment = written(at)
    open_now = or_(Percobaan.terkunci_sampai.is_(None), Percobaan.terkunci_sampai <= moment)
    counted = session.execute(
        update(Percobaan)
        .where(Percobaan.kunci == key, open_now)
        .values(gagal=Percobaan.gagal + 1, terakhir_pada=moment)
        .returning(Percobaan.gagal)
    ).scalar()
    if counted is None:
        _first_or_locked(session, key, at)
        return
    wait = wait_after(counted, FREE[key.partition(" ")[0]])
    until = written(at + wait) if wait else None
    session.execute(update(Percobaan).where(Percobaan.kunci == key).values(terkunci_sampai=until))


def _first_or_locked(session: Session, key: str, at: datetime) -> None:
    until = session.scalar(select(Percobaan.terkunci_sampai).where(Percobaan.kunci == key))
    if until:
        raise _locked(read(until), at)
    session.add(Percobaan(kunci=key, gagal=1, terakhir_pada=written(at), terkunci_sampai=None))
    session.flush()


def _locked(until: datetime, at: datetime) -> TooMany:
    seconds = max(1, ceil((until - at).total_seconds()))
    wait = f"{seconds} detik" if seconds < 60 else f"{ceil(seconds / 60)} menit"
    when = f"pukul {until.astimezone():%H.%M}, " if seconds >= 60 else ""
    return TooMany(
        "Terlalu banyak percobaan masuk yang gagal dengan nama ini atau dari jaringan ini.",
        f"Coba lagi {when}setelah {wait}. Lupa kata sandi? Minta tautan baru kepada administrator.",
        seconds,
    )


def _forget(session: Session, at: datetime) -> None:
    """Old failures go, so that made-up handles do not fill the table."""
    session.execute(delete(Percobaan).where(Percobaan.terakhir_pada < written(at - FORGET)))
