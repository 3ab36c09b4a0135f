"""The console on the server of the test run: walls, worker and pages are real, and no second Neo4j is
started for it. That the mirror itself is a true copy, and dies alone, is tested in test_server_mirror."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask

from service.console.asking import Console
from service.graph import Graph
from service.server import Connection


@dataclass(frozen=True)
class At:
    """The server of the run."""

    uri: str
    user: str
    password: str
    database: str
    revisi: int
    pada: str = "2026-11-24T09:00:00+00:00"
    generasi: str = "satu"
    terkini: bool = True


@dataclass(frozen=True)
class Standing:
    """Its state."""

    keadaan: str
    revisi: int
    pada: str
    terkini: bool


class Here:
    """The run's own server in the place of the mirror."""

    def __init__(self, server: Connection, graph: Graph) -> None:
        self.server, self.graph = server, graph
        self.killed: list[str] = []

    def at(self, *, fresh: bool = False) -> At:
        one = self.server
        return At(one.uri, one.user, one.password, one.database, self.graph.revision())

    def kill(self, generasi: str) -> None:
        self.killed.append(generasi)

    def state(self) -> Standing:
        at = self.at()
        return Standing("siap", at.revisi, at.pada, terkini=True)


@contextmanager
def console_here(app: Flask, server: Connection, graph: Graph) -> Iterator[Here]:
    """Inside the block the application asks the run's server; its workers end with the block."""
    here = Here(server, graph)
    console = Console(here)
    app.extensions.update(mirror=here, console=console)
    try:
        yield here
    finally:
        console.close()
