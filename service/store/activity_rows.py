"""The rows of the activity log, newest first, narrowed down, in pages.

In: what is wanted. Out: rows of the table as they stand, and what the log holds to choose from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select

from service.store import Store
from service.store.tables import Kegiatan


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries; what is empty does not narrow."""

    akun: str = ""
    """Handle; attempts to sign in as it count too."""
    tindakan: tuple[str, ...] = ()
    """Endpoints and commands."""
    unit: str = ""
    """Kode of an SKPD."""
    keadaan: str = ""
    sejak: str = ""
    """Moment of the store (UTC), inclusive."""
    sebelum: str = ""
    """Moment of the store, exclusive."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    akun: tuple[str, ...]
    tindakan: tuple[str, ...]
    unit: tuple[str, ...]
    terbuka: bool
    """Some entry is not completed."""


def some(store: Store, wanted: Wanted, skip: int, most: int) -> tuple[Sequence[Kegiatan], int]:
    """`most` rows after `skip`, and how many there are in all."""
    conditions = _conditions(wanted)
    newest = select(Kegiatan).where(*conditions).order_by(Kegiatan.nomor.desc()).offset(skip).limit(most)
    with store.session() as session:
        total = session.scalar(select(func.count()).select_from(Kegiatan).where(*conditions)) or 0
        return session.scalars(newest).all(), total


def choices(store: Store) -> Choices:
    """Accounts, actions and units that the log knows, in order."""
    columns = (Kegiatan.akun, Kegiatan.tindakan, Kegiatan.unit)
    with store.session() as session:
        akun, tindakan, unit = (
            tuple(session.scalars(select(column).where(column != "").distinct().order_by(column))) for column in columns
        )
        still_open = session.scalar(select(Kegiatan.nomor).where(Kegiatan.keadaan == "mulai").limit(1))
    return Choices(akun, tindakan, unit, still_open is not None)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.akun:
        tried = and_(Kegiatan.subjek == wanted.akun, Kegiatan.tindakan.startswith("masuk."))
        found.append(or_(Kegiatan.akun == wanted.akun, tried))
    if wanted.tindakan:
        found.append(Kegiatan.tindakan.in_(wanted.tindakan))
    if wanted.unit:
        found.append(Kegiatan.unit == wanted.unit)
    if wanted.keadaan:
        found.append(Kegiatan.keadaan == wanted.keadaan)
    if wanted.sejak:
        found.append(Kegiatan.pada >= wanted.sejak)
    if wanted.sebelum:
        found.append(Kegiatan.pada < wanted.sebelum)
    return found
