"""A new private Neo4j: from nothing on the disk to the first answered query.

In: settings, the folders of the data folder, the password. Out: the `State` of a server that answered. It is tried
again without the class archive, or on another port, before it gives up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.config import Settings
from service.errors import ServerError
from service.server import archive
from service.server.conf import USUAL, Folders, Manner, command, write_conf
from service.server.disk import ROOM_FOR_STORE, writable_folder
from service.server.jars import bring_jars
from service.server.java import choose_java
from service.server.lock import read_lock
from service.server.log import PORT_TAKEN, tail
from service.server.ports import free_port
from service.server.process import crashed, end, launch, wait_ready
from service.server.progress import Progressing
from service.server.state import State, write_state

TRIES = 3


def launch_server(
    settings: Settings,
    where: Folders,
    password: str,
    progress: Progressing,
    flags: Sequence[str],
    port: int = 0,
    manner: Manner = USUAL,
) -> State:
    """Brings what is missing and starts it; `flags` are more Java flags. ServerError with the remedy.

    `port`: the one it must have, because somebody is connected to it; 0: any that is free."""
    writable_folder(where.root, ROOM_FOR_STORE)
    lock, java = read_lock(), choose_java(settings)
    jars = bring_jars(settings, lock, progress)
    progress.say(f"Memulai basis data Neo4j {lock.version} dengan {java} ...")
    for attempt in range(1, TRIES + 1):
        at, shared = port or free_port(), archive.archive_flags(java, lock, settings.cache)
        write_conf(where.home, settings, at, manner)
        run = command(java, jars, where.home, settings, (*shared, *flags), manner)
        try:
            server = launch(run, where.home, where.log)
            return _answering(State.starting(at, str(java), lock.version, server), where, password)
        except ServerError:
            broken = bool(shared) and crashed(server)
            if attempt == TRIES or not (broken or PORT_TAKEN in tail(where.log)):
                raise
            if broken:
                archive.drop(java, lock, settings.cache)
    raise AssertionError("the last try returns or raises")


def _answering(state: State, where: Folders, password: str) -> State:
    """The server, ready. Its state is written before it answers: should we be killed, the next process finds it."""
    try:
        write_state(where, state)
        wait_ready(state.server, state.port, password, where.password, where.log)
    except BaseException:  # Ctrl-C as well: nothing half started is left behind
        end(state.server)
        where.state.unlink(missing_ok=True)
        raise
    return replace(state, ready=True)
