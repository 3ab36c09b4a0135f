"""A private Neo4j that dies while it is being used comes back, on the same port, so that the driver finds it again.

In: a running server, for as long as a block lasts. Out: a thread that looks every second whether it is alive. A server
that was stopped on purpose leaves no state file and stays down; one that was killed leaves it, and is started again.
After a few failures it is left alone, with a sentence.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from service.errors import KinerjaError
from service.server.conf import Folders
from service.server.progress import Progressing
from service.server.state import read_state

LOOK_SECONDS = 1.0
TRIES = 3
"""Starts in a row that may fail before nobody tries again."""


@contextmanager
def guarded(
    where: Folders, revive: Callable[[], None], progress: Progressing, look: float = LOOK_SECONDS
) -> Iterator[None]:
    """While the block lasts, `revive` is called whenever the server of `where` has died; `look`: seconds between."""
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(where, revive, progress, over, look), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _watch(
    where: Folders, revive: Callable[[], None], progress: Progressing, over: threading.Event, look: float
) -> None:
    failures = 0
    while failures < TRIES and not over.wait(look):
        if not died(where):
            continue
        progress.say("Basis data berhenti di luar kehendak; dijalankan lagi ...")
        try:
            revive()
            failures = 0
            progress.say("Basis data berjalan lagi; yang sudah tersimpan tetap ada.")
        except KinerjaError as fault:
            failures += 1
            progress.say(str(fault))
    if failures == TRIES:
        progress.say("Basis data tidak dapat dijalankan lagi. Hentikan layanan (Ctrl-C), lalu mulai lagi.")


def died(where: Folders) -> bool:
    """A state file that speaks of a process that is gone."""
    return where.state.exists() and read_state(where) is None
