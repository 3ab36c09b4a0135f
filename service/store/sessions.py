"""Signed-in browsers: whose they are, and how they end.

In: the secret of a cookie. Out: the account behind it. A session ends 8 hours after its last request and 7 days after
it began, and when its account changes its password or role or is disabled. Each sign-in (`signing_in.py`) makes a new
secret, so one that somebody planted in a browser beforehand is never the one that counts.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from service.actor import note
from service.errors import ServerError
from service.store import Store
from service.store.account import Account, account_of, row_of
from service.store.moments import now, read, written
from service.store.secret import digest, fresh
from service.store.tables import Akun, Sesi

IDLE, LONGEST = timedelta(hours=8), timedelta(days=7)
SEEN_EVERY = timedelta(minutes=1)
"""Reading pages should not write to the disk each time."""

LONGEST_BROWSER = 200
ID_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Browser:
    """Where a request comes from."""

    dari: str
    """Address."""
    nama: str = ""
    """What the browser calls itself."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A session as its owner sees it."""

    id: str
    """The first letters of its digest; tells sessions apart and opens nothing."""
    dibuat_pada: str
    terakhir_pada: str
    dari: str
    peramban: str
    ini: bool
    """The one that asks."""


def begin(store: Store, nama: str, browser: Browser, at: datetime | None = None) -> str:
    """The secret of a new session, for whoever has just set the password."""
    with store.session() as session:
        return started(session, row_of(session, nama), browser, at or now())


def whose(store: Store, secret: str, at: datetime | None = None) -> Account | None:
    """The account behind a cookie; None: no session, or one that has ended."""
    moment = at or now()
    with store.session() as session:
        found = session.execute(
            select(Sesi, Akun).join(Akun, Akun.id == Sesi.akun_id).where(Sesi.sha256 == digest(secret))
        ).first()
        if found is None or not found.Akun.aktif or not _open(found.Sesi, moment):
            return None
        account, unseen = account_of(found.Akun), moment - read(found.Sesi.terakhir_pada)
    if unseen >= SEEN_EVERY:
        _seen(store, secret, moment)
    return account


def of_account(store: Store, nama: str, secret: str = "", at: datetime | None = None) -> tuple[Signed, ...]:
    """Open sessions, the one that was used last first; `secret`: of the one that asks."""
    moment, mine = at or now(), digest(secret)
    with store.session() as session:
        row = row_of(session, nama)
        rows = session.scalars(select(Sesi).where(Sesi.akun_id == row.id).order_by(Sesi.terakhir_pada.desc()))
        return tuple(_signed(one, mine) for one in rows if _open(one, moment))


def end(store: Store, secret: str) -> None:
    """Sign out."""
    with store.session() as session:
        session.execute(delete(Sesi).where(Sesi.sha256 == digest(secret)))


def end_one(store: Store, nama: str, id: str) -> None:
    """End one session of an account; harmless when it has ended already."""
    with store.session() as session:
        row = row_of(session, nama)
        named = func.substr(Sesi.sha256, 1, ID_LETTERS) == id
        session.execute(delete(Sesi).where(Sesi.akun_id == row.id, named))
        note(subjek=nama, sesudah={"sesi": "diakhiri"})


def end_others(store: Store, nama: str, secret: str) -> int:
    """End every session of an account but the one that asks; how many."""
    with store.session() as session:
        owned = Sesi.akun_id == row_of(session, nama).id
        gone = session.execute(delete(Sesi).where(owned, Sesi.sha256 != digest(secret)).returning(Sesi.sha256)).all()
        note(subjek=nama, sesudah={"sesi": f"{len(gone)} diakhiri"})
        return len(gone)


def started(session: Session, row: Akun, browser: Browser, at: datetime) -> str:
    """A new session inside an open transaction; those of everybody that have ended go."""
    ended = or_(Sesi.terakhir_pada <= written(at - IDLE), Sesi.kedaluwarsa_pada <= written(at))
    session.execute(delete(Sesi).where(ended))
    secret, moment = fresh(), written(at)
    row.terakhir_masuk = moment
    one = Sesi(sha256=digest(secret), akun_id=row.id, dibuat_pada=moment, terakhir_pada=moment)
    one.kedaluwarsa_pada = written(at + LONGEST)
    one.dari, one.peramban = browser.dari, browser.nama[:LONGEST_BROWSER]
    session.add(one)
    return secret


def _seen(store: Store, secret: str, at: datetime) -> None:
    with suppress(ServerError), store.session() as session:  # on a full disk people read on
        session.execute(update(Sesi).where(Sesi.sha256 == digest(secret)).values(terakhir_pada=written(at)))


def _open(one: Sesi, at: datetime) -> bool:
    return at < min(read(one.terakhir_pada) + IDLE, read(one.kedaluwarsa_pada))


def _signed(one: Sesi, mine: str) -> Signed:
    key = one.sha256[:ID_LETTERS]
    return Signed(key, one.dibuat_pada, one.terakhir_pada, one.dari, one.peramban, one.sha256 == mine)
