"""The service's hold on one worker process: started, spoken to, listened to with a deadline, killed.

In: a JSON object to send. Out: its answers one by one. The pipe between them is all the memory there is: a worker whose
service does not read waits. `worker.py` is the other side.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import IO, Any, cast

from service.config import ROOT

PROGRAM = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from service.console.worker import main; main()"
ENVIRONMENT = {"LC_ALL": "C.UTF-8"}
"""All that it is told of its surroundings: no password, no path of the data folder."""
START_SECONDS = 20.0
READ_BYTES = 65_536


class WorkerGone(Exception):
    """The process has ended: killed, or out of memory; `full` when it said so."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"worker ended with {code}")
        self.code = code


class Late(Exception):
    """Nothing came before the deadline."""


class Worker:
    """One process. Not shared: whoever took it speaks to it alone, but anybody may kill it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            cwd="/",
            start_new_session=True,
        )
        self._in, self._out = cast(IO[bytes], self.process.stdin), cast(IO[bytes], self.process.stdout)
        self._waiting = bytearray()
        self._seen = 0
        self._ready = False
        self._ending = threading.Lock()

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def send(self, asked: dict[str, Any]) -> None:
        """Raises WorkerGone."""
        self.be_ready()
        try:
            self._in.write(json.dumps(asked).encode() + b"\n")
            self._in.flush()
        except (OSError, ValueError):
            raise self._gone() from None

    def hear(self, deadline: float) -> bytes:
        """The next line, before `deadline` (time.monotonic); raises Late, WorkerGone."""
        while (end := self._waiting.find(b"\n", self._seen)) < 0:
            self._seen = len(self._waiting)
            self._read_more(deadline)
        line = bytes(self._waiting[:end])
        del self._waiting[: end + 1]
        self._seen = 0
        return line

    def be_ready(self) -> None:
        """Waits until it has started, which a busy machine may take seconds for; raises Late, WorkerGone."""
        if not self._ready:
            self.hear(time.monotonic() + START_SECONDS)
            self._ready = True

    def _read_more(self, deadline: float) -> None:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._out], [], [], left)[0]:
            raise Late
        some = os.read(self._out.fileno(), READ_BYTES)
        if not some:
            raise self._gone()
        self._waiting += some

    def _gone(self) -> WorkerGone:
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(1.0)
        return WorkerGone(self.process.poll())

    def kill(self) -> None:
        """From any thread: whoever listens hears WorkerGone."""
        with self._ending:
            if self.alive:
                self.process.send_signal(signal.SIGKILL)
                self.process.wait()

    def put_away(self) -> None:
        """Killed, its pipes closed; by the one who speaks to it."""
        self.kill()
        with suppress(OSError):
            self._in.close()
        with suppress(OSError):
            self._out.close()


class Staff:
    """Workers that wait for a question; one more than are busy is kept warm, so that nobody waits for a start."""

    def __init__(self) -> None:
        self._idle: list[Worker] = []
        self._lock = threading.Lock()
        self._closed = False

    def take(self) -> Worker:
        """A living worker of one's own; a fresh one is made ready for the next."""
        with self._lock:
            alive = [one for one in self._idle if one.alive]
            for dead in set(self._idle) - set(alive):
                dead.put_away()
            taken = alive.pop() if alive else Worker()
            self._idle = alive
        self.warm()
        return taken

    def warm(self) -> None:
        """At least one waits; a process starts beside whoever asks."""
        with self._lock:
            if not self._closed and not any(one.alive for one in self._idle):
                self._idle.append(Worker())

    def give_back(self, worker: Worker) -> None:
        """One that answered to the end; a second spare is put away."""
        with self._lock:
            if worker.alive and not self._closed and len(self._idle) < SPARES:
                self._idle.append(worker)
                return
        worker.put_away()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for one in idle:
            one.put_away()


SPARES = 2
"""Workers that are kept while nobody asks, about 45 MB each."""
