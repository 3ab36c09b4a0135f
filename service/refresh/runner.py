"""Watches the revision beside the pages, and refreshes when it has come to rest.

In: a graph. Out: while the block of `running` lasts, overlaps are detected anew a moment after somebody has written.
Whoever imports twenty documents in a row gets one refresh, not twenty; one that writes without a pause gets one in
between all the same.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from service.errors import KinerjaError
from service.graph import Graph
from service.refresh.child import find_in_child
from service.refresh.now import Last, Refreshed, refresh, staleness

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often the revision is looked at; after one look at which it stood still it has come to rest."""
MOST_SECONDS = 60.0
"""Somebody who writes all the time is not waited for longer than this."""
AFTER_FAULT = 60.0
"""Seconds until the next try after a fault of the program."""


class Refresher:
    """The one who keeps detected overlaps up to date; one per service."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.busy = False
        """It is detecting now."""
        self._over = threading.Event()
        self._last: Last | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """While the block lasts, overlaps follow the graph; the end waits for the batch that is being written."""
        thread = threading.Thread(target=self._watch, name="crosscutting", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join(LOOK_SECONDS)  # daemon: a detection that is still going on need not be waited for

    def work(self) -> Refreshed:
        """Refresh now."""
        self.busy = True
        try:
            done, self._last = refresh(self.graph, None, None, find_in_child, self._last)
            return done
        finally:
            self.busy = False

    def _watch(self) -> None:
        last, since = -1, time.monotonic()
        while not self._over.wait(LOOK_SECONDS):
            try:
                seen, stale = staleness(self.graph)
                rests = seen == last or time.monotonic() - since > MOST_SECONDS
                if stale and rests:
                    self.work()
                if rests or not stale:
                    since = time.monotonic()
                last = seen
            except KinerjaError as fault:  # a backup holds the gate, or the database is away: later
                log.info("crosscutting: %s", fault)
            except Exception:  # a fault of ours: told, and no reason for the service to end
                if self._over.is_set():
                    return  # the database was closed under it
                log.exception("crosscutting")
                self._over.wait(AFTER_FAULT)
