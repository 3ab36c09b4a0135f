"""What a command changes stands in the activity log, as what the pages change does.

In: the settings and the name of the command. Out: a block that is recorded, done by `lokal` at the terminal: whoever
may start commands on this machine may do everything here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from service.actor import Actor, Doing, acting_as
from service.config import Settings
from service.store import activity, open_store

AT_THE_TERMINAL = Actor("lokal", "administrator", cara="perintah")


@contextmanager
def recorded(settings: Settings, perintah: str, subjek: str = "") -> Iterator[Doing]:
    """Inside the block `perintah` is done; raises ServerError, and nothing is done, when the log takes nothing."""
    store = open_store(settings)
    try:
        with acting_as(AT_THE_TERMINAL), activity.recorded(store, perintah, subjek) as one:
            yield one
    finally:
        store.close()
