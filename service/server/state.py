"""Who runs the private server of a data folder: a small file that outlives a killed owner.

In and out: `state.json` beside the store. A process is the same only if its id, its start time and its command line
agree, since ids are given again after a restart of the machine. Users are the kinerja processes that work with the
server; the last one to leave stops it, and a killed one counts no more.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import psutil

from service.server.conf import Folders
from service.server.disk import write_whole

CLOCK_SLACK = 60.0
"""Seconds by which the start time of one process may differ between two readings, after the clock was set. An id is not
given again within a minute, and the command line is compared as well."""


@dataclass(frozen=True)
class Process:
    """A process that cannot be mistaken for a later one with the same id."""

    pid: int
    started: float
    """Seconds since 1970, as psutil tells it."""

    @classmethod
    def of(cls, pid: int) -> Process:
        """The process `pid`, or psutil.Error."""
        return cls(pid, psutil.Process(pid).create_time())

    @classmethod
    def me(cls) -> Process:
        return cls.of(os.getpid())

    @property
    def alive(self) -> bool:
        """Whether this very process still runs."""
        return self.handle is not None

    @property
    def handle(self) -> psutil.Process | None:
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) <= CLOCK_SLACK
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None


@dataclass(frozen=True)
class State:
    """One running private server."""

    server: Process
    port: int
    java: str
    """Which Java, in words."""
    version: str
    """Neo4j's version."""
    ready: bool
    """Whether it has answered a query; False while it starts."""
    keep: bool
    """Started by `kinerja neo4j start`: it stays when the last user leaves."""
    users: tuple[Process, ...]

    @classmethod
    def starting(cls, port: int, java: str, version: str, server: Process) -> State:
        """Launched a moment ago, not yet answering, used by nobody."""
        return cls(server, port, java, version, ready=False, keep=False, users=())

    @property
    def uri(self) -> str:
        """The address for the driver."""
        return f"bolt://127.0.0.1:{self.port}"

    def joined(self, user: Process) -> State:
        """With one more user, and without those that were killed."""
        return replace(self, users=(*self.living, user))

    def left(self, user: Process) -> State:
        """Without `user` (once: a process may have joined twice)."""
        rest = list(self.living)
        if user in rest:
            rest.remove(user)
        return replace(self, users=tuple(rest))

    @property
    def living(self) -> tuple[Process, ...]:
        """The users that still run."""
        return tuple(user for user in self.users if user.alive)


def read_state(folders: Folders) -> State | None:
    """The server that runs on this data folder; None when there is none, or the file speaks of one that is gone."""
    try:
        state = _state(json.loads(folders.state.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    handle = state.server.handle
    return state if handle is not None and _runs_on(handle, folders.home) else None


def write_state(folders: Folders, state: State) -> None:
    """Replaces the file."""
    write_whole(folders.state, json.dumps(asdict(state), indent=2))


def find_process(home: Path) -> Process | None:
    """The Neo4j that runs on `home` although no state file tells of it."""
    for process in psutil.process_iter():
        if _runs_on(process, home):
            return Process(process.pid, process.create_time())
    return None


def _runs_on(process: psutil.Process, home: Path) -> bool:
    try:
        return f"--home-dir={home}" in process.cmdline()
    except psutil.Error:
        return False


def _state(content: dict[str, Any]) -> State:
    return State(
        server=Process(**content["server"]),
        port=int(content["port"]),
        java=str(content["java"]),
        version=str(content["version"]),
        ready=bool(content["ready"]),
        keep=bool(content["keep"]),
        users=tuple(Process(**user) for user in content["users"]),
    )
