"""The run log of the console: every question that was asked, by whom, and how it ended; and everybody's own history.

In: who acts, a text of Cypher, its parameters; later how it ended. Out: rows, newest first, narrowed down, in pages.
The intent stands here before anything is asked, so that a question that takes the service down with it is known too.
Rows older than a year go, and of more than a hundred thousand the oldest.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from service.actor import Actor, acting
from service.errors import ServerError
from service.store import Store
from service.store.moments import now, written
from service.store.tables import JalanKonsol

log = logging.getLogger(__name__)

State = Literal["berjalan", "selesai", "terpotong", "ditolak", "salah", "dibatalkan", "gagal"]

RUNNING: State = "berjalan"
KEPT = timedelta(days=365)
MOST = 100_000
"""Rows that stay."""
SWEEP_EVERY = 100
"""Runs between two looks at what may go."""
LONGEST_RUN = timedelta(minutes=10)
"""No question runs that long: one that is still said to run was cut off with its process."""
CUT_OFF = "Layanan berhenti sebelum ini selesai."

LONGEST_TEXT = 10_000
"""Letters kept of a question: as many as the first wall lets through, and the beginning of what it refused."""
LONGEST_PARAMETERS = 10_000
"""Letters kept of its parameters, as JSON."""
LONGEST_VALUE = 200
"""Letters kept of one parameter, when all together are too long."""
MOST_VALUES = 40
"""Parameters kept then."""
LONGEST_SAID = 500

HISTORY = 50
"""Runs of one page of an account's history."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    keadaan: State
    dinding: str = ""
    """Wall that refused or stopped it, or cap that cut it; empty: none."""
    revisi: int | None = None
    ms: float | None = None
    baris: int | None = None
    """Rows that were delivered."""
    pesan: str = ""
    """Why it was not answered; empty: it was."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One run."""

    nomor: int
    pada: str
    akun: str
    peran: str
    cara: str
    """lokal | sesi | token | perintah"""
    teks: str
    parameter: dict[str, Any]
    keadaan: str
    """berjalan | selesai | terpotong | ditolak | salah | dibatalkan | gagal"""
    dinding: str
    revisi: int | None
    ms: float | None
    baris: int | None
    pesan: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs; what is empty does not narrow."""

    akun: str = ""
    keadaan: str = ""
    dinding: str = ""
    sejak: str = ""
    """Moment of the store (UTC), inclusive."""
    sebelum: str = ""
    """Moment of the store, exclusive."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Accounts and walls that the log knows, in order."""

    akun: tuple[str, ...]
    dinding: tuple[str, ...]


def begin(
    store: Store, teks: str, parameter: Mapping[str, Any], actor: Actor | None = None, at: datetime | None = None
) -> int:
    """Write down that `actor` (default: who acts) asks this; the number of the run. Raises ServerError, and then
    nothing may be asked."""
    who, moment = actor or acting(), at or now()
    row = JalanKonsol(
        pada=written(moment),
        akun=who.akun,
        peran=who.peran,
        cara=who.cara,
        teks=_short(teks, LONGEST_TEXT),
        parameter=_parameters(parameter),
    )
    with store.session() as session:
        session.add(row)
        session.flush()
        if row.nomor % SWEEP_EVERY == 1:
            _sweep(session, row.nomor, moment)
    return row.nomor


def finish(store: Store, nomor: int, ended: Ended) -> None:
    """Complete a run; a second time does nothing. The answer has gone out by now, so a store that takes nothing more
    must not make a failure of it."""
    values = {name: getattr(ended, name) for name in Ended.__slots__} | {"pesan": _short(ended.pesan, LONGEST_SAID)}
    still = (JalanKonsol.nomor == nomor, JalanKonsol.keadaan == RUNNING)
    try:
        with store.session() as session:
            session.execute(update(JalanKonsol).where(*still).values(**values))
    except ServerError as fault:
        log.error("console run %s is not completed: %s", nomor, fault)


def history(store: Store, akun: str, lewati: int = 0) -> tuple[tuple[Ran, ...], bool]:
    """What an account asked, newest first, after the first `lewati`; and whether there is more."""
    asked = select(JalanKonsol).where(JalanKonsol.akun == akun).order_by(JalanKonsol.nomor.desc())
    with store.session() as session:
        rows = session.scalars(asked.offset(lewati).limit(HISTORY + 1)).all()
    return tuple(map(_ran, rows[:HISTORY])), len(rows) > HISTORY


def some(store: Store, wanted: Wanted, skip: int, most: int) -> tuple[tuple[Ran, ...], int]:
    """`most` runs of all accounts after `skip`, newest first, and how many there are in all."""
    conditions = _conditions(wanted)
    newest = select(JalanKonsol).where(*conditions).order_by(JalanKonsol.nomor.desc()).offset(skip).limit(most)
    with store.session() as session:
        total = session.scalar(select(func.count()).select_from(JalanKonsol).where(*conditions)) or 0
        return tuple(map(_ran, session.scalars(newest))), total


def choices(store: Store) -> Choices:
    """What there is to choose from."""
    with store.session() as session:
        akun, dinding = (
            tuple(session.scalars(select(column).where(column != "").distinct().order_by(column)))
            for column in (JalanKonsol.akun, JalanKonsol.dinding)
        )
    return Choices(akun, dinding)


def settle(store: Store, at: datetime | None = None) -> None:
    """Complete what was cut off with its process."""
    with store.session() as session:
        session.execute(_cut_off(at or now()))


def _sweep(session: Session, newest: int, at: datetime) -> None:
    session.execute(_cut_off(at))
    too_old = (JalanKonsol.pada < written(at - KEPT)) | (JalanKonsol.nomor <= newest - MOST)
    session.execute(delete(JalanKonsol).where(too_old))


def _cut_off(at: datetime) -> Any:
    left = (JalanKonsol.keadaan == RUNNING, JalanKonsol.pada < written(at - LONGEST_RUN))
    return update(JalanKonsol).where(*left).values(keadaan="gagal", pesan=CUT_OFF)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    columns = {"akun": JalanKonsol.akun, "keadaan": JalanKonsol.keadaan, "dinding": JalanKonsol.dinding}
    found: list[ColumnElement[bool]] = [
        column == getattr(wanted, name) for name, column in columns.items() if getattr(wanted, name)
    ]
    if wanted.sejak:
        found.append(JalanKonsol.pada >= wanted.sejak)
    if wanted.sebelum:
        found.append(JalanKonsol.pada < wanted.sebelum)
    return found


def _ran(row: JalanKonsol) -> Ran:
    values = {name: getattr(row, name) for name in Ran.__slots__}
    return Ran(**values | {"parameter": json.loads(row.parameter)})


def _parameters(given: Mapping[str, Any]) -> str:
    """As JSON; when that is too long, each value as a text that is cut, so that one can see what it was."""
    whole = json.dumps(given, ensure_ascii=False, default=str)
    if len(whole) <= LONGEST_PARAMETERS:
        return _storable(whole)
    kept: Sequence[tuple[str, Any]] = list(given.items())[:MOST_VALUES]
    cut = {_short(name, LONGEST_VALUE): _short(json.dumps(v, default=str), LONGEST_VALUE) for name, v in kept}
    return json.dumps(cut, ensure_ascii=False)


def _short(text: str, most: int) -> str:
    return _storable(text if len(text) <= most else text[: most - 1] + "…")


def _storable(text: str) -> str:
    """SQLite takes no half of a character (of a broken byte, or `\\ud800`), which a wall refuses after this."""
    return text.encode("utf-8", "replace").decode()
