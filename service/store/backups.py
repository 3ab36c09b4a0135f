"""The application store in a backup, and what the store remembers of the backups that were made.

In: a store, a path. Out: a copy of its SQLite file as of one moment, without what opens a door (sessions, open
invitations), and the way back. A store in another database is left to that database's own tools. Records are newest
first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sqlalchemy import select, text, update

from service.store import Store, bring_up_to_date, version_of, versions
from service.store.tables import Cadangan

LISTED = 60
"""Backups that a page shows; at one a night, two months."""

DOORS = ("sesi", "undangan")
"""Tables that are empty in a copy: whoever holds a copy must not be signed in by it."""

BELONGS_HERE = ("akun", "token", "kegiatan", "pekerjaan", "cadangan", "pertanyaan", "jalan_konsol")
"""Tables of which a single row makes a store one that is in use."""


@dataclass(frozen=True, slots=True)
class Record:
    """A backup that was made, or could not be made."""

    id: int
    pada: str
    """When it was begun, ISO 8601."""
    berkas: str
    """Path of the archive; empty: there is none."""
    ukuran: int
    sha256: str
    revisi: int
    sidik_isi: str
    keadaan: str
    """selesai | gagal"""
    diperiksa_pada: str | None
    """When it was read back into an empty graph and was the same; None: it was not."""
    pesan: str
    """Why it failed, or how it was verified."""


def tables_version(store: Store) -> str:
    """Revision of the tables; empty for a store that is no SQLite file."""
    if store.engine.dialect.name != "sqlite":
        return ""
    with store.engine.connect() as connection:
        return version_of(connection)


def known_version(version: str) -> bool:
    """Whether this program can bring tables of `version` up to date."""
    return version in versions()


def copy_to(store: Store, path: Path) -> None:
    """Write the store as of this moment to a new file at `path`; sqlite3.Error and OSError pass."""
    with closing(store.engine.raw_connection()) as source, closing(sqlite3.connect(path)) as copy:
        cast(sqlite3.Connection, source.driver_connection).backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        for table in DOORS:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608  (a name of our own)
        copy.commit()
        copy.execute("VACUUM")


def copy_from(path: Path, store: Store) -> None:
    """Make the store what the file at `path` holds, whole or nothing, also for those who have it open."""
    with closing(sqlite3.connect(path)) as source, closing(store.engine.raw_connection()) as target:
        source.backup(cast(sqlite3.Connection, target.driver_connection))
    store.engine.dispose()
    bring_up_to_date(store.engine)


def in_use(store: Store) -> bool:
    """Whether anybody has worked with this store."""
    with store.engine.connect() as connection:
        return any(
            connection.execute(text(f"SELECT EXISTS (SELECT 1 FROM {table})")).scalar()  # noqa: S608
            for table in BELONGS_HERE
        )


def record(store: Store, made: Record) -> Record:
    """Remember a backup; `made.id` is given anew."""
    values = {name: getattr(made, name) for name in Record.__slots__ if name != "id"}
    with store.session() as session:
        row = Cadangan(**values)
        session.add(row)
    return _record(row)


def records(store: Store) -> Sequence[Record]:
    """The last ones, newest first."""
    with store.session() as session:
        rows = session.scalars(select(Cadangan).order_by(Cadangan.id.desc()).limit(LISTED)).all()
    return [_record(row) for row in rows]


def one(store: Store, number: int) -> Record | None:
    """The backup `number`."""
    with store.session() as session:
        row = session.get(Cadangan, number)
    return _record(row) if row else None


def say(store: Store, number: int, pesan: str) -> None:
    """Change what is said of a backup (its file was taken away)."""
    with store.session() as session:
        session.execute(update(Cadangan).where(Cadangan.id == number).values(pesan=pesan))


def _record(row: Cadangan) -> Record:
    return Record(**{name: getattr(row, name) for name in Record.__slots__})
