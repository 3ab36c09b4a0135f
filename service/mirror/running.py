"""The server of one slot: started, found, used by this process or by another, ended.

In: a slot, settings. Out: the `State` of its running server. It is started like the private server, with less memory
for one statement and a store that Neo4j itself refuses to write to. Nothing it holds is worth a clean stop: it is
killed, which is quick also when a statement burns.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from service import server
from service.config import Settings
from service.graph import Graph
from service.server.conf import Folders, Manner, megabytes
from service.server.launching import launch_server
from service.server.process import end
from service.server.progress import SILENT
from service.server.state import Process, State, find_process, read_state, write_state
from service.server.turns import one_at_a_time

BACKSTOP = "30s"
"""What Neo4j gives a statement that came without a limit of its own; the console's own limit is shorter."""
READ_ONLY = {"server.databases.default_to_read_only": "true"}
NICE = 5
"""Priority that a mirror gives away, so that the live graph and the pages come first on a busy machine."""
ONE_STATEMENT, ALL_STATEMENTS = 4, 2
"""The part of the heap that one statement, and all together, may take: a fourth, a half."""


def manner(settings: Settings, *, writable: bool = False) -> Manner:
    """How a mirror differs from the server that holds the graph; `writable`: while it is filled by queries."""
    heap = megabytes(settings.mirror_heap)
    changed = {
        "db.transaction.timeout": BACKSTOP,
        "db.memory.transaction.max": f"{heap // ONE_STATEMENT}m",
        "dbms.memory.transaction.total.max": f"{heap // ALL_STATEMENTS}m",
        "db.transaction.concurrent.maximum": "24",
        "server.memory.query_cache.per_db_cache_num_entries": "100",
    }
    flags = (f"-XX:MaxDirectMemorySize={heap // ALL_STATEMENTS}m",)
    return Manner(changed if writable else changed | READ_ONLY, flags, NICE)


def start(slot: Folders, settings: Settings, flags: Sequence[str], *, writable: bool = False) -> State:
    """Starts the server of the slot, or finds it running; ServerError with the remedy."""
    password = server.password_of(slot)
    found = read_state(slot)
    if found and found.ready:
        return found
    stop(slot)  # one that somebody began to start and was killed over, or whose state was lost
    own = replace(settings, heap=settings.mirror_heap)
    state = launch_server(own, slot, password, SILENT, flags, manner=manner(settings, writable=writable))
    write_state(slot, state)
    return state


def stop(slot: Folders) -> None:
    """Ends the server of the slot; one that runs without a state file too."""
    state = read_state(slot)
    process = state.server if state else find_process(slot.home)
    if process:
        end(process, 0.0)
    slot.state.unlink(missing_ok=True)


def join(slot: Folders, user: Process) -> None:
    """This process uses the server of the slot."""
    with one_at_a_time(slot.lock, SILENT, ""):
        state = read_state(slot)
        if state and user not in state.users:
            write_state(slot, state.joined(user))


def leave(slot: Folders, user: Process, *, stays: bool = False) -> None:
    """It uses it no longer; the last one turns off the light, unless somebody else will (`stays`)."""
    with one_at_a_time(slot.lock, SILENT, ""):
        state = read_state(slot)
        rest = state.left(user) if state else None
        if rest and (rest.users or stays):
            write_state(slot, rest)
        else:
            stop(slot)


def connected(slot: Folders, state: State) -> closing[Graph]:
    """Its graph, for the length of a block."""
    return closing(Graph.connect(state.uri, server.USER, server.password_of(slot), server.DATABASE))


def name(state: State) -> str:
    """What this running process is called, and no later one."""
    return f"{state.server.pid}-{state.server.started:.2f}-{state.port}"
