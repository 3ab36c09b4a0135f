"""`kinerja run` as a process of its own, asked over HTTP, killed and started again.

In: a data folder and a port. Out: a `Running` service; `kill` ends it or its database like a power cut, `recover`
brings back what was killed, as whoever operates it would.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import psutil
import requests

from service import schema
from service.config import ROOT, Settings, read_settings
from service.graph import Graph
from service.server import with_server
from service.server.conf import folders
from service.server.ports import free_port
from service.server.state import read_state
from tests.conftest import KINERJA, environment
from tests.worksheet import bring, worksheet

Victim = Literal["layanan", "neo4j", "mulai ulang"]
"""Killed: the service | its database | the service is asked to stop, and started again."""

START_SECONDS = 120.0
ANSWER_SECONDS = 60.0
CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass
class Running:
    """A service of its own data folder."""

    settings: Settings
    log: Path
    process: subprocess.Popen[bytes] | None = None
    http: requests.Session = field(default_factory=requests.Session)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    def start(self) -> None:
        """Start it and wait for its first page."""
        given = environment(self.settings.data, self.settings.cache) | {"KINERJA_PORT": str(self.settings.port)}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [KINERJA, "run", "--no-browser"],
                cwd=ROOT,
                env=os.environ | given,
                stdout=log,
                stderr=log,
            )
        self.wait("/sehat")

    def wait(self, path: str) -> None:
        """Until `path` is answered well."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(requests.RequestException):
                if self.http.get(self.url + path, timeout=ANSWER_SECONDS).status_code == requests.codes.ok:
                    return
            assert self.process
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")[-2000:]
            time.sleep(0.1)
        raise AssertionError(f"no answer after {START_SECONDS} s: {self.log.read_text(encoding='utf-8')[-2000:]}")

    def kill(self, victim: Victim) -> None:
        """End it, without a word but for `mulai ulang`."""
        if victim == "neo4j":
            state = read_state(folders(self.settings))
            if state and state.server.handle:
                state.server.handle.kill()
            return
        assert self.process
        self.process.send_signal(signal.SIGTERM if victim == "mulai ulang" else signal.SIGKILL)
        self.process.wait(60)

    def stop(self) -> None:
        """Stop it in order; harmless when it does not run."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def recover(self, victim: Victim) -> None:
        """Wait until the database is back, or start the service again."""
        if victim == "neo4j":
            self.wait("/sehat")
            self.wait("/")
        else:
            self.start()

    def post(self, path: str, **sent: Any) -> int:
        """Status of a request; 0 when no answer came."""
        try:
            return self.http.post(self.url + path, timeout=ANSWER_SECONDS, allow_redirects=False, **sent).status_code
        except requests.RequestException:
            return 0

    def form(self, path: str, **fields: str) -> int:
        """Status of a form, with the token of its page; 0 when the page did not come."""
        try:
            found = CSRF.search(self.http.get(self.url + path, timeout=ANSWER_SECONDS).text)
        except requests.RequestException:
            return 0
        return self.post(path, data={"csrf": found[1], **fields}) if found else 0  # a database that wakes up: 503

    @contextmanager
    def graph(self) -> Iterator[Graph]:
        """The graph itself, asked behind the back of the service."""
        with with_server(self.settings, train=False) as at:
            graph = Graph.connect(at.uri, at.user, at.password, at.database)
            try:
                yield graph
            finally:
                graph.close()


@contextmanager
def running(data: Path, cache: Path) -> Iterator[Running]:
    """A service on a free port for the block, with one small document; afterwards nothing of it runs."""
    given = environment(data, cache) | {"KINERJA_PORT": str(free_port())}
    one = Running(read_settings(given), data.with_name(f"{data.name}.log"))
    try:
        with with_server(one.settings, train=False):  # so that the database is there for the service at once
            with one.graph() as graph:
                schema.apply(graph)
                bring(worksheet(), graph, one.settings)
            one.start()
            yield one
            one.stop()
    finally:
        one.stop()
        for process in psutil.process_iter(["cmdline"]):  # its database, and those that try backups
            if f"--home-dir={os.path.realpath(data)}/" in " ".join(process.info["cmdline"] or []):
                process.kill()
