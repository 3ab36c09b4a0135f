"""Links that may be used once: to make the first administrator, or to set the password of an account.

In: an account, or nobody yet. Out: a secret that is shown once and kept as a digest. Opening a link uses nothing up
(programs that preview links open them too); only setting a password does. A newer link makes the older one void.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from service.actor import note
from service.errors import Conflict, NotFound
from service.store import Store
from service.store.account import (
    Account,
    account_of,
    administrators,
    end_access,
    give_password,
    handle,
    hash_for,
    label_of,
    row_of,
    row_or_none,
)
from service.store.moments import now, read, written
from service.store.secret import digest, fresh
from service.store.tables import Akun, Percobaan, Undangan

VALID = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An open link, as the page behind it needs it."""

    nama: str
    """Handle of the account; empty: whoever opens it makes the first administrator."""
    sebutan: str
    berlaku_sampai: str


def for_first(store: Store, at: datetime | None = None) -> str | None:
    """The secret of a new set-up link; None when an administrator can sign in. The link before it is void."""
    with store.session() as session:
        if administrators(session):
            return None
        session.execute(delete(Undangan).where(Undangan.akun_id.is_(None)))
        return _open(session, None, at or now())


def for_account(store: Store, nama: str, at: datetime | None = None) -> str:
    """The secret of a new link for an account: its old password, sessions and lock are gone. Raises NotFound, and
    Conflict for a disabled account."""
    with store.session() as session:
        row = row_of(session, nama)
        if not row.aktif:
            raise Conflict(f"Akun {row.nama} sedang nonaktif. Tidak ada yang diubah.", "Aktifkan dulu.")
        row.sandi = None
        end_access(session, row)
        session.execute(delete(Percobaan).where(Percobaan.kunci == f"akun {row.nama}"))
        note(subjek=row.nama, sesudah={"undangan": "dibuat"})
        return _open(session, row.id, at or now())


def look(store: Store, secret: str, at: datetime | None = None) -> Invitation:
    """What a link is for; raises NotFound, in one sentence for used, expired and never made."""
    with store.session() as session:
        row = session.get(Undangan, digest(secret))
        if row is None or row.dipakai_pada or read(row.kedaluwarsa_pada) <= (at or now()):
            raise _void()
        if row.akun_id is None and administrators(session):
            raise _void()
        account = session.get(Akun, row.akun_id) if row.akun_id else None
        return Invitation(account.nama if account else "", account.sebutan if account else "", row.kedaluwarsa_pada)


def accept(
    store: Store, secret: str, sandi: str, nama: str = "", sebutan: str = "", at: datetime | None = None
) -> Account:
    """Set the password behind a link and use it up; `nama` and `sebutan` are those of the first administrator.

    Raises NotFound for a link that is void, Invalid by field: then the link stays open."""
    moment = at or now()
    wanted = look(store, secret, moment).nama or handle(nama)
    kept = hash_for(wanted, sandi)
    with store.session() as session:
        row = _used(session, secret, moment) or _first(session, wanted, sebutan, moment)
        give_password(session, row, kept)
        note(subjek=row.nama, sesudah={"peran": row.peran, "sandi": "ditetapkan lewat tautan"})
        return account_of(row)


def _open(session: Session, akun_id: int | None, at: datetime) -> str:
    secret = fresh()
    made, ends = written(at), written(at + VALID)
    session.add(Undangan(sha256=digest(secret), akun_id=akun_id, dibuat_pada=made, kedaluwarsa_pada=ends))
    return secret


def _used(session: Session, secret: str, at: datetime) -> Akun | None:
    """Uses a link up, in one statement, so that of two people only one can; its account, None for the first."""
    moment = written(at)
    unused = (Undangan.sha256 == digest(secret), Undangan.dipakai_pada.is_(None), Undangan.kedaluwarsa_pada > moment)
    used = session.execute(
        update(Undangan).where(*unused).values(dipakai_pada=moment).returning(Undangan.akun_id)
    ).all()
    if not used:
        raise _void()
    return session.get(Akun, used[0].akun_id) if used[0].akun_id else None


def _first(session: Session, nama: str, sebutan: str, at: datetime) -> Akun:
    """The first administrator; an account of that name that never got a password becomes it."""
    if administrators(session):
        raise _void()
    row = row_or_none(session, nama)
    if row and row.sandi:
        raise Conflict(f"Nama akun {nama} sudah dipakai. Tidak ada yang diubah.", "Pilih nama lain.")
    row = row or Akun(nama=nama, dibuat_pada=written(at), unit=[])
    row.peran, row.sebutan, row.aktif, row.unit = "administrator", label_of(sebutan), True, []
    session.add(row)
    session.flush()
    return row


def _void() -> NotFound:
    return NotFound(
        "Tautan ini tidak berlaku: sudah dipakai, sudah lewat 24 jam, atau diganti tautan yang lebih baru.",
        "Minta tautan baru kepada administrator. Untuk administrator pertama: mulai ulang layanan, "
        "tautan barunya tampil di terminal.",
    )
