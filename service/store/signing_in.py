"""Signing in: a handle and a password that belong together begin a session.

In: what was typed, and from where. Out: the account and the secret for its cookie, or one refusal that is the same, and
takes as long, for a handle that is not there, a wrong password, a disabled account and one without a password.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from service.actor import note
from service.errors import SignInRefused
from service.store import Store, lockout, passwords, sessions
from service.store.account import Account, account_of, give_password, hash_for, row_of, row_or_none
from service.store.lockout import Attempt
from service.store.moments import now
from service.store.sessions import Browser
from service.store.tables import Akun

LONGEST_HANDLE = 64
"""Letters of a handle as typed that are looked at: failures are kept under it."""
UNKNOWN = "nama yang tidak dikenal"
"""What the activity log calls a handle that is not there: people type passwords into the wrong field."""


def sign_in(store: Store, nama: str, sandi: str, browser: Browser, at: datetime | None = None) -> tuple[Account, str]:
    """The account and the secret of its new session; raises SignInRefused, or TooMany while it is locked."""
    attempt = _attempt(nama, browser, at)
    kept = _proven(store, attempt, sandi)
    again = passwords.hashed(sandi) if passwords.outgrown(kept) else kept
    with store.session() as session:
        row = _unchanged(session, attempt, kept)
        row.sandi = again
        return account_of(row), sessions.started(session, row, browser, attempt.pada)


def check_waiting(store: Store, nama: str, browser: Browser, at: datetime | None = None) -> None:
    """Raises TooMany while this handle or this address is locked; counts nothing."""
    lockout.check(store, _attempt(nama, browser, at))


def change_password(store: Store, nama: str, lama: str, baru: str, browser: Browser, at: datetime | None = None) -> str:
    """A new password for whoever knows the old one: every session ends, and the secret of a new one comes back. Raises
    Invalid for the new one, SignInRefused for the old one, TooMany."""
    fresh_hash = hash_for(nama, baru)
    attempt = Attempt(nama, browser.dari, at or now())
    kept = _proven(store, attempt, lama)
    with store.session() as session:
        row = _unchanged(session, attempt, kept)
        give_password(session, row, fresh_hash)
        note(subjek=nama, sesudah={"sandi": "diganti"})
        return sessions.started(session, row, browser, attempt.pada)


def _attempt(nama: str, browser: Browser, at: datetime | None) -> Attempt:
    """Under the very name by which the row is found: stripped once more when it is cut, or blanks within the first
    letters would make as many locks for one account as somebody likes."""
    return Attempt(nama.strip().lower()[:LONGEST_HANDLE].strip(), browser.dari, at or now())


def _proven(store: Store, attempt: Attempt, sandi: str) -> str:
    """The hash that the password fits; the same work for every handle."""
    lockout.begin(store, attempt)
    with store.session() as session:
        row = row_or_none(session, attempt.nama)
    note(subjek=row.nama if row else UNKNOWN)
    kept = row.sandi if row and row.aktif else None
    if not passwords.fits(sandi, kept) or kept is None:
        raise _refused()
    return kept


def _unchanged(session: Session, attempt: Attempt, kept: str) -> Akun:
    """The row of the account, whose failures are forgotten now; refused when it changed while the password was looked
    at."""
    lockout.succeeded(session, attempt)
    row = row_of(session, attempt.nama)
    if row.sandi != kept or not row.aktif:
        raise _refused()
    return row


def _refused() -> SignInRefused:
    return SignInRefused(
        "Nama akun dan kata sandi itu tidak cocok.",
        "Periksa keduanya. Lupa kata sandi? Minta tautan baru kepada administrator.",
    )
