"""The application store: what belongs to people and to running the service, and never to the graph.

In: settings. Out: a `Store`, one per process, safe to share between threads; its tables are brought up to date when it
is opened. SQLite beside the graph's store unless KINERJA_STORE names another database (untested).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from service.config import Settings
from service.errors import ServerError

FILE = "aplikasi.db"
MIGRATIONS = Path(__file__).parent / "migrations"

PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers do not wait for the one who writes
    "PRAGMA synchronous=FULL",  # an intent that was written is there after a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
)


class Store:
    """A connected application store."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._sessions = sessionmaker(engine, expire_on_commit=False)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: written as a whole when the block ends, undone when it fails. Raises ServerError when the
        database does not answer or the disk is full."""
        try:
            with self._sessions.begin() as session:
                yield session
        except OperationalError as fault:
            raise ServerError(
                f"Penyimpanan aplikasi tidak dapat dipakai ({fault.orig}).",
                "Periksa ruang dan izin folder data, lalu ulangi.",
            ) from fault

    def ping(self) -> None:
        """Raises ServerError when the database does not answer."""
        with self.session() as session:
            session.execute(select(1))

    def close(self) -> None:
        self.engine.dispose()


def open_store(settings: Settings) -> Store:
    """The store of `settings`, its tables up to date; raises ServerError with the remedy."""
    url = settings.store_url or f"sqlite:///{settings.data / FILE}"
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        _for_the_owner_only(settings)
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _as_sqlite)
        bring_up_to_date(engine)
    except (OSError, SQLAlchemyError) as fault:
        raise ServerError(
            f"Penyimpanan aplikasi tidak dapat dibuka: {getattr(fault, 'orig', None) or fault}.",
            "Periksa ruang dan izin folder data, atau KINERJA_STORE.",
        ) from fault
    return Store(engine)


def bring_up_to_date(engine: Engine) -> None:
    """Make the tables those of this program."""
    with engine.begin() as connection:
        if version_of(connection) == versions()[-1]:
            return
        from alembic import command  # loading it takes longer than all else here, and most starts do without
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def versions() -> list[str]:
    """Every version that the tables have had, oldest first: the numbers that the migrations begin with."""
    return sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def version_of(connection: Connection) -> str:
    """Which version the tables of a store have; empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _as_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _for_the_owner_only(settings: Settings) -> None:
    """Before SQLite opens it: the files that it lays beside (-wal, -shm) take the mode of this one."""
    path = settings.data / FILE
    if not settings.store_url:
        path.touch(mode=0o600)
        path.chmod(0o600)
