"""A mirror that another one has taken the place of: ended when nothing runs on it any more.

In: its slot and the state of its server. It is waited for as long as a statement may take, then killed.
"""

from __future__ import annotations

import threading
import time

from service.errors import KinerjaError
from service.mirror import running
from service.server.conf import Folders
from service.server.process import end
from service.server.state import State

LOOK_SECONDS = 1.0
MOST_SECONDS = 60.0
"""Longer than any statement of the console."""
QUIET_LOOKS = 2
"""Looks in a row at which nothing runs: somebody may just have been given its address."""


def retire(slot: Folders, state: State) -> None:
    """End it as soon as it is quiet, beside whatever else is done."""
    threading.Thread(target=wait_and_end, args=(slot, state), name="cermin lama", daemon=True).start()


def wait_and_end(slot: Folders, state: State, seconds: float = MOST_SECONDS) -> None:
    """End it as soon as it is quiet, at the latest after `seconds`."""
    deadline, quiet = time.monotonic() + seconds, 0
    while quiet < QUIET_LOOKS and time.monotonic() < deadline and state.server.alive:
        time.sleep(LOOK_SECONDS)
        quiet = quiet + 1 if not busy(slot, state) else 0
    end(state.server, 0.0)


def busy(slot: Folders, state: State) -> bool:
    """Whether a statement runs there; one that does not answer even this is busy."""
    try:
        with running.connected(slot, state) as graph:
            return bool(graph.read("mirror/busy")[0]["jumlah"])
    except KinerjaError:
        return state.server.alive
