"""The Java process: started, waited for until it answers, ended.

In: an argument list, a folder, a password. Out: a running `Process`, or a ServerError that says why it ended. The
process gets a session of its own, so that Ctrl-C in the terminal reaches only us and we stop it in order.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from service.errors import ServerError, refusal
from service.server.conf import environment
from service.server.log import log_fault, rotate
from service.server.ports import answers
from service.server.state import Process

READY_SECONDS = 180.0
"""A small, busy machine needs 30 on its first start; more means that something hangs."""
POLL_SECONDS = 0.02
STOP_SECONDS = 10.0
"""A clean stop takes 0.3, one with a runaway expression never ends: after this the process is killed, which Neo4j's
transaction log survives."""

_children: list[subprocess.Popen[bytes]] = []
"""Kept, because Popen complains about a child that it sees thrown away while it runs."""


def launch(command: Sequence[str], home: Path, log: Path) -> Process:
    """Starts it; its output goes to `log`."""
    rotate(log)
    with log.open("wb") as output:
        try:
            child = subprocess.Popen(
                command,
                cwd=home,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as fault:
            raise ServerError(
                f"Java {command[0]} tidak dapat dijalankan: {refusal(fault)}.", "Periksa KINERJA_JAVA."
            ) from fault
    _children.append(child)
    return Process.of(child.pid)


def wait_ready(server: Process, port: int, password: str, secret: Path, log: Path) -> None:
    """Returns after the first query was answered. ServerError when the process ends first, or takes too long."""
    from service.server.login import answered  # while Java starts: the driver costs a fifth of a second

    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if not server.alive:
            raise log_fault(log)
        if answers(port) and _listens(server, port) and answered(f"bolt://127.0.0.1:{port}", password, str(secret)):
            return
        time.sleep(POLL_SECONDS)
    end(server)
    raise ServerError(
        f"Basis data Neo4j belum menjawab setelah {READY_SECONDS:.0f} detik.", f"Ulangi; catatan ada di {log}."
    )


def _listens(server: Process, port: int) -> bool:
    """Ours, not another Neo4j that took the port a moment before: its password is none of our business."""
    handle = server.handle
    try:
        found = handle.net_connections("tcp") if handle else []
    except psutil.Error:
        return True  # a system that does not tell; the password is judged then
    return any(c.status == psutil.CONN_LISTEN and c.laddr.port == port for c in found)


def crashed(server: Process) -> bool:
    """Whether our child was ended by a signal, as Java 17 is by a broken archive; a fault of Neo4j's gives code 1."""
    return any(child.pid == server.pid and (child.poll() or 0) < 0 for child in _children)


def end(server: Process, patience: float = STOP_SECONDS) -> None:
    """Ends the process: asked first, killed after `patience` seconds; one that is gone already is fine."""
    for send, seconds in ((psutil.Process.terminate, patience), (psutil.Process.kill, STOP_SECONDS)):
        handle = server.handle
        if handle is None:
            break
        with suppress(psutil.NoSuchProcess):
            send(handle)
        _wait_gone(server, seconds)
    for child in _children:
        child.poll()  # takes its exit code, so that it does not stay as a zombie


def _wait_gone(server: Process, seconds: float) -> None:
    """Not psutil's wait: in a container nobody may collect the process, and it would count as there for long."""
    deadline = time.monotonic() + seconds
    while server.alive and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
