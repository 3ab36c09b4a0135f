"""One account: what may be told of it, how its row is found, and what ends with it.

In: an open transaction and a handle. Out: the row to work on, or an `Account` without anything secret. Shared by what
changes accounts (`accounts.py`), sets passwords (`invitations.py`) and signs in (`signing_in.py`).
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import cast

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from service.actor import Actor, Role, Way
from service.errors import Conflict, Invalid, NotFound
from service.store import passwords
from service.store.moments import now, written
from service.store.tables import Akun, Percobaan, Sesi, Undangan

HANDLE = re.compile(r"[a-z0-9][a-z0-9.-]{1,30}[a-z0-9]")
RESERVED = ("lokal", "sistem")
"""Authors of what was done without an account."""
LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its owner and administrators may see it."""

    nama: str
    sebutan: str
    peran: Role
    unit: tuple[str, ...]
    """Kode of the units that a planner writes for."""
    aktif: bool
    bersandi: bool
    """A password is set; until then only an invitation opens it."""
    dibuat_pada: str
    terakhir_masuk: str
    """Empty: never."""

    @property
    def versi(self) -> str:
        """What a form about it was made from: changes whenever the account does."""
        told = json.dumps([self.sebutan, self.peran, self.unit, self.aktif])
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def acting(self, cara: Way, dari: str = "") -> Actor:
        """This account as it acts."""
        return Actor(self.nama, self.peran, self.unit, cara, dari)


def account_of(row: Akun) -> Account:
    """A row of the table as an `Account`."""
    return Account(
        nama=row.nama,
        sebutan=row.sebutan,
        peran=cast(Role, row.peran),
        unit=tuple(sorted(one.unit for one in row.unit)),
        aktif=row.aktif,
        bersandi=row.sandi is not None,
        dibuat_pada=row.dibuat_pada,
        terakhir_masuk=row.terakhir_masuk or "",
    )


def handle(nama: str) -> str:
    """The handle in small letters; raises Invalid, field `nama`."""
    wanted = nama.strip().lower()
    if wanted in RESERVED:
        reason = "nama ini dipakai layanan sendiri"
    elif not HANDLE.fullmatch(wanted):
        reason = "3 sampai 32 huruf, angka, tanda - atau titik, misalnya perencana-perikanan"
    else:
        return wanted
    raise Invalid(
        f"Nama akun {nama.strip()[:40]!r} tidak dapat dipakai. Tidak ada yang diubah.", f"{reason}.", {"nama": reason}
    )


def label_of(sebutan: str) -> str:
    """What an account is for, in one line; raises Invalid, field `sebutan`."""
    label = " ".join(sebutan.split())
    if len(label) > LONGEST_LABEL or not label.isprintable():
        reason = f"paling panjang {LONGEST_LABEL} huruf, tanpa tanda yang tidak tampak"
        raise Invalid("Sebutan itu tidak dapat dipakai. Tidak ada yang diubah.", f"{reason}.", {"sebutan": reason})
    return label


def row_or_none(session: Session, nama: str) -> Akun | None:
    """The row of a handle, in any case of its letters."""
    return session.scalar(select(Akun).where(Akun.nama == nama.strip().lower()))


def row_of(session: Session, nama: str) -> Akun:
    """The row of a handle; raises NotFound."""
    row = row_or_none(session, nama)
    if row is None:
        raise NotFound(f"Tidak ada akun bernama {nama.strip()[:40]!r}.", "Lihat daftarnya: kinerja people list.")
    return row


def give_password(session: Session, row: Akun, kept: str) -> None:
    """The hash `kept` becomes the password: open invitations, sessions and the lock of the old one end."""
    row.sandi, row.sandi_pada = kept, written(now())
    end_access(session, row)
    session.execute(delete(Percobaan).where(Percobaan.kunci == f"akun {row.nama}"))


def end_access(session: Session, row: Akun) -> None:
    """Whoever is signed in as this account is signed out; open invitations are void."""
    session.execute(delete(Sesi).where(Sesi.akun_id == row.id))
    session.execute(delete(Undangan).where(Undangan.akun_id == row.id, Undangan.dipakai_pada.is_(None)))


def administrators(session: Session) -> int:
    """How many administrators can sign in."""
    can = select(func.count()).where(Akun.peran == "administrator", Akun.aktif, Akun.sandi.is_not(None))
    return session.scalar(can) or 0


def keep_an_administrator(session: Session, before: int) -> None:
    """Called after a change, inside its transaction: raises Conflict when it took away the last of `before`."""
    session.flush()  # the write has begun, so nobody else changes an account meanwhile
    if before and not administrators(session):
        raise Conflict(
            "Ini administrator terakhir yang dapat masuk. Tidak ada yang diubah.",
            "Jadikan akun lain administrator dulu.",
        )


def hash_for(nama: str, sandi: str) -> str:
    """The hash of an acceptable password; raises Invalid. Outside any transaction, because it takes its time."""
    passwords.check(sandi, nama)
    return passwords.hashed(sandi)
