"""The write gate: while it is closed everybody reads on, and whoever writes is told that writing is paused.

In: a graph and the reason. Out: a block during which nothing of the graph changes, in whatever process it would be
done. The gate stands in the graph itself, for a few seconds at a time, and is said again while the block lasts: one
that a killed process left closed opens by itself, and at once when a service starts on the same computer.
"""

from __future__ import annotations

import platform
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from service.errors import KinerjaError, Paused
from service.graph import Graph
from service.server.state import Process

LEASE_SECONDS = 10.0
"""How long a gate stays closed after its owner was killed."""
AGAIN_SECONDS = 2.0
"""How often its owner says it again."""
FOR_EVER = None


@contextmanager
def closed(graph: Graph, alasan: str) -> Iterator[int]:
    """Inside the block nothing is written; gives the revision that stands. Raises Paused when somebody else has closed
    the gate, and KinerjaError at the end when the revision moved all the same (a computer that slept)."""
    mine = _mine()
    revision = close(graph, alasan, mine, LEASE_SECONDS)
    over = threading.Event()
    again = threading.Thread(target=_say_again, args=(graph, alasan, mine, over), daemon=True)
    again.start()
    try:
        yield revision
        if graph.revision() != revision:
            raise KinerjaError("Isi graf berubah selagi dibaca. Tidak ada cadangan yang dibuat.", "Ulangi.")
    finally:
        over.set()
        again.join()
        with suppress(KinerjaError):  # the database is gone: the gate opens by itself
            graph.uncounted("backup/open_gate", oleh=mine)


def close(graph: Graph, alasan: str, oleh: str, seconds: float | None) -> int:
    """Close the gate for `seconds` (FOR_EVER: until it is opened) after the write that is under way; the revision."""
    milidetik = None if seconds is None else int(seconds * 1000)
    answer = graph.uncounted("backup/close_gate", alasan=alasan, oleh=oleh, milidetik=milidetik)[0]
    if not answer["tertutup"]:
        raise Paused(
            f"Penulisan sedang dijeda oleh yang lain: {answer['gerbang']}. Tidak ada yang dikerjakan.",
            "Tunggu sampai itu selesai, lalu ulangi.",
        )
    return int(answer["revisi"])


def open_left_behind(graph: Graph) -> bool:
    """Open a gate whose owner on this computer is dead; whether there was one."""
    owner = graph.read("backup/gate")[0]["oleh"] or ""
    host, _, process = owner.partition("/")
    pid, _, rest = process.partition("@")
    if host != platform.node() or not pid.isdigit() or Process(int(pid), float(rest.partition("/")[0])).alive:
        return False
    graph.uncounted("backup/open_gate", oleh=owner)
    return True


def _mine() -> str:
    me = Process.me()
    return f"{platform.node()}/{me.pid}@{me.started}/{secrets.token_hex(4)}"


def _say_again(graph: Graph, alasan: str, mine: str, over: threading.Event) -> None:
    while not over.wait(AGAIN_SECONDS):
        with suppress(KinerjaError):  # told by whoever reads the graph meanwhile
            close(graph, alasan, mine, LEASE_SECONDS)
