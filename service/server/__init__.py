"""The private Neo4j of a data folder: brought, started, shared, stopped.

In: `Settings`. Out: a `Connection` that `graph.py` connects to. With NEO4J_URI set nothing is started and that server
is used. Otherwise one server belongs to one data folder: the first kinerja process starts it, others join it, the
last one to leave stops it, and one left behind by a killed process is simply joined by the next.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field, replace

from service.config import Settings
from service.errors import ServerError
from service.server.archive import train_in_background
from service.server.conf import Folders, folders
from service.server.disk import disk_faults, write_whole
from service.server.guard import died, guarded
from service.server.java import choose_java
from service.server.launching import launch_server
from service.server.lock import read_lock
from service.server.owner import one_service, served_by_another
from service.server.ports import free_port_or_refuse
from service.server.process import end, wait_ready
from service.server.progress import SILENT, Progressing, Silent, Terminal
from service.server.report import Status, status
from service.server.state import Process, State, find_process, read_state, write_state
from service.server.turns import one_at_a_time

__all__ = [
    "SILENT",
    "Connection",
    "Progressing",
    "Silent",
    "Status",
    "Terminal",
    "free_port_or_refuse",
    "kept_alive",
    "one_service",
    "password_of",
    "served_by_another",
    "start",
    "status",
    "stop",
    "with_server",
]

USER = DATABASE = "neo4j"
"""Community has one account and one database to begin with, and they are called so."""


@dataclass(frozen=True)
class Connection:
    """What the driver needs to reach a Neo4j."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str


@contextmanager
def with_server(
    settings: Settings, progress: Progressing = SILENT, *, train: bool = True, flags: Sequence[str] = ()
) -> Iterator[Connection]:
    """The server of `settings`, for as long as the block lasts; ServerError with the remedy when there is none.

    `train`: make the class archive in the background if it is missing. `flags`: more Java flags, for tests.
    """
    if settings.external:
        yield Connection(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password, settings.neo4j_database)
        return
    me = Process.me()
    connection = _join(settings, progress, me, train=train, flags=flags)
    try:
        yield connection
    finally:
        _leave(folders(settings), me)


@contextmanager
def kept_alive(settings: Settings, progress: Progressing = SILENT) -> Iterator[None]:
    """For a service that runs for days: while the block lasts, a private server that is killed is started again."""
    where = folders(settings)
    state = None if settings.external else read_state(where)
    if state is None:
        yield
        return
    with guarded(where, lambda: _revive(settings, where, state, progress), progress):
        yield


def start(settings: Settings, progress: Progressing = SILENT, *, train: bool = True) -> Connection:
    """Starts the private server, or finds it running; it stays until `stop`."""
    return _join(settings, progress, None, train=train, flags=())


def stop(settings: Settings, *, force: bool = False) -> bool:
    """Stops the private server; False when none runs. Refuses while other processes use it, unless `force`."""
    where = folders(settings)
    if not where.root.is_dir():
        return False
    with _turn(where, SILENT):
        state = read_state(where)
        if state and state.living and not force:
            users = ", ".join(str(user.pid) for user in state.living)
            raise ServerError(
                f"Basis data sedang dipakai proses {users}.", "Hentikan dulu proses itu (Ctrl-C), atau pakai --force."
            )
        server = state.server if state else find_process(where.home)
        if server:
            end(server)
        where.state.unlink(missing_ok=True)
        return server is not None


def _join(
    settings: Settings, progress: Progressing, user: Process | None, *, train: bool, flags: Sequence[str]
) -> Connection:
    where = folders(settings)
    with disk_faults(settings.data):
        where.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _turn(where, progress):
            password = password_of(where)
            state = read_state(where) or launch_server(settings, where, password, progress, flags)
            if not state.ready:  # whoever started it was killed before it answered
                wait_ready(state.server, state.port, password, where.password, where.log)
            state = state.joined(user) if user else replace(state, keep=True)
            write_state(where, replace(state, ready=True))
    if train:
        train_in_background(choose_java(settings), read_lock(), settings.cache)
    return Connection(state.uri, USER, password, DATABASE)


def _revive(settings: Settings, where: Folders, gone: State, progress: Progressing) -> None:
    """The same server again, for the same users, on the port that they are connected to."""
    with disk_faults(settings.data), _turn(where, progress):
        if not died(where):
            return  # another process was quicker
        state = launch_server(settings, where, password_of(where), progress, (), gone.port)
        write_state(where, replace(state, ready=True, keep=gone.keep, users=gone.living))


def _leave(where: Folders, user: Process) -> None:
    """The last user turns off the light; a full disk does not keep it from doing so."""
    with _turn(where, SILENT):
        state = read_state(where)
        rest = state.left(user) if state else None
        if rest and (rest.keep or rest.users):
            with suppress(OSError):
                write_state(where, rest)
            return
        if rest:
            end(rest.server)
        where.state.unlink(missing_ok=True)


def password_of(where: Folders) -> str:
    """The generated password, made on the first start."""
    if not where.password.exists():
        write_whole(where.password, secrets.token_urlsafe(24))
    return where.password.read_text(encoding="utf-8").strip()


def _turn(where: Folders, progress: Progressing) -> AbstractContextManager[None]:
    return one_at_a_time(where.lock, progress, "memulai atau menghentikan basis data ini")
