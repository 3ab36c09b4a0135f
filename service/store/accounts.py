"""Accounts: who there is, in which role, for which units; added, changed, disabled, enabled.

In: a handle and what an administrator gives it. Out: an `Account`. What ends with a change (sessions, invitations)
ends in the same transaction, and the last administrator who can sign in stays one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import func, or_, select

from service.access import LABELS, ROLES
from service.actor import Role, note
from service.errors import Conflict, Invalid
from service.facts import Paging
from service.store import Store, jobs
from service.store.account import (
    Account,
    account_of,
    administrators,
    end_access,
    give_password,
    handle,
    hash_for,
    keep_an_administrator,
    label_of,
    row_of,
    row_or_none,
)
from service.store.moments import now, written
from service.store.tables import Akun, AkunUnit

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Accounts:
    """A page of them."""

    akun: tuple[Account, ...]
    paging: Paging


def add(
    store: Store, nama: str, peran: str, unit: Sequence[str] = (), sebutan: str = "", *, sandi: str | None = None
) -> Account:
    """A new account; without `sandi` its owner sets it through a link (`invitations.py`). Raises Invalid by field,
    Conflict when the handle is taken."""
    wanted = handle(nama)
    kept = None if sandi is None else hash_for(wanted, sandi)
    role, units, label = _checked(peran, unit, sebutan)
    with store.session() as session:
        if row_or_none(session, wanted):
            raise Conflict(f"Nama akun {wanted} sudah dipakai. Tidak ada yang diubah.", "Pilih nama lain.")
        row = Akun(nama=wanted, sebutan=label, peran=role, dibuat_pada=written(now()), sandi=kept)
        row.unit = [AkunUnit(unit=kode) for kode in units]
        session.add(row)
        session.flush()
        note(subjek=wanted, sesudah=_told(row))
        return account_of(row)


def check_units(unit: Collection[str], known: Collection[str]) -> None:
    """Raises Invalid, field `unit`, for one that is not among those of the register."""
    missing = sorted(set(unit) - set(known))
    if missing:
        reason = f"tidak ada di register: {', '.join(missing)}"
        raise Invalid(
            f"Perangkat daerah {reason}. Tidak ada yang diubah.",
            "Lihat kodenya: kinerja units --json.",
            {"unit": reason},
        )


def change(store: Store, nama: str, peran: str, unit: Sequence[str], sebutan: str, seen: str = "") -> Account:
    """Another role, other units, another label; a new role ends the sessions of the account. Raises Invalid by field,
    Conflict when it is no longer what was `seen` (`Account.versi`; empty: whatever it is)."""
    role, units, label = _checked(peran, unit, sebutan)
    with store.session() as session:
        row, before = row_of(session, nama), administrators(session)
        was, lost = _told(row), {one.unit for one in row.unit} - set(units)
        _check_seen(row, seen)
        row.peran, row.sebutan = role, label
        kept = [one for one in row.unit if one.unit in units]
        row.unit = kept + [AkunUnit(unit=kode) for kode in units if kode not in {one.unit for one in kept}]
        keep_an_administrator(session, before)
        if was["peran"] != role:
            end_access(session, row)
        if was["peran"] != role or lost:
            jobs.cancel_all(session, row.nama)
        note(subjek=row.nama, sebelum=was, sesudah=_told(row))
        return account_of(row)


def disable(store: Store, nama: str) -> Account:
    """It can no longer sign in; its sessions and invitations end now."""
    return _switch(store, nama, on=False)


def enable(store: Store, nama: str) -> Account:
    """It can sign in again, with the password it had."""
    return _switch(store, nama, on=True)


def set_password(store: Store, nama: str, sandi: str) -> Account:
    """A new password; every session of the account ends. Raises Invalid, field `sandi`."""
    kept = hash_for(nama, sandi)
    with store.session() as session:
        row = row_of(session, nama)
        give_password(session, row, kept)
        note(subjek=row.nama, sesudah={"sandi": "diganti"})
        return account_of(row)


def find(store: Store, nama: str) -> Account:
    """One account; raises NotFound."""
    with store.session() as session:
        return account_of(row_of(session, nama))


def administered(store: Store) -> bool:
    """Whether an administrator can sign in."""
    with store.session() as session:
        return administrators(session) > 0


def some(store: Store, seek: str = "", page: int = 1, per_page: int = PER_PAGE) -> Accounts:
    """Accounts whose handle, label, role or unit holds `seek`, by handle."""
    wanted = select(Akun)
    if seek:
        part = seek.strip().lower()
        roles = [role for role, label in LABELS.items() if part in label.lower()]
        units = select(AkunUnit.akun_id).where(AkunUnit.unit.contains(part, autoescape=True))
        named = (column.contains(part, autoescape=True) for column in (Akun.nama, func.lower(Akun.sebutan)))
        wanted = wanted.where(or_(*named, Akun.peran.in_(roles), Akun.id.in_(units)))
    with store.session() as session:
        total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
        rows = session.scalars(wanted.order_by(Akun.nama).limit(per_page).offset((page - 1) * per_page))
        return Accounts(tuple(account_of(row) for row in rows), Paging(page, per_page, total))


def _switch(store: Store, nama: str, *, on: bool) -> Account:
    with store.session() as session:
        row, before = row_of(session, nama), administrators(session)
        was = _told(row)
        row.aktif = on
        keep_an_administrator(session, before)
        if not on:
            end_access(session, row)
            jobs.cancel_all(session, row.nama)
        note(subjek=row.nama, sebelum=was, sesudah=_told(row))
        return account_of(row)


def _check_seen(row: Akun, seen: str) -> None:
    if seen and account_of(row).versi != seen:
        told = _told(row)
        raise Conflict(
            f"Akun {row.nama} diubah orang lain sesudah halaman ini dibuka. Isian Anda belum disimpan.",
            "Bandingkan, lalu kirim lagi bila masih perlu.",
            "; ".join(f"{name}: {value or '-'}" for name, value in told.items()),
        )


def _checked(peran: str, unit: Sequence[str], sebutan: str) -> tuple[Role, tuple[str, ...], str]:
    """Role, its units and the label; a role that does not write for units of its own has none."""
    wrong: dict[str, str] = {}
    label = label_of(sebutan)
    if peran not in ROLES:
        wrong["peran"] = "pilih salah satu peran: " + ", ".join(ROLES)
    units = tuple(sorted({kode.strip() for kode in unit if kode.strip()})) if peran == "perencana" else ()
    if peran == "perencana" and not units:
        wrong["unit"] = "pilih paling sedikit satu perangkat daerah"
    if wrong:
        said = "; ".join(wrong.values())
        raise Invalid(f"Akun belum disimpan: {said}. Tidak ada yang diubah.", "Perbaiki isian itu.", wrong)
    return cast(Role, peran), units, label


def _told(row: Akun) -> dict[str, str]:
    """What the activity log keeps of an account."""
    one = account_of(row)
    return {
        "peran": one.peran,
        "sebutan": one.sebutan,
        "unit": ", ".join(one.unit),
        "keadaan": "aktif" if one.aktif else "nonaktif",
    }
