"""Looks after a mirror that is being used: refilled when the live graph has moved on and come to rest, started again
when it was killed, stopped when nobody asks.

In: the mirror. Out: a thread's work, until an event is set. A service that nobody asks questions of costs nothing: the
live graph is looked at only while somebody has asked in the last minutes.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from service.errors import KinerjaError
from service.mirror import running
from service.mirror.address import shown
from service.mirror.content import Stand, read_content, stand
from service.mirror.retiring import busy
from service.server.state import read_state
from service.server.turns import if_free

if TYPE_CHECKING:
    from service.mirror.mirror import Mirror

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""How often the revision is looked at; after one look at which it stood still it has come to rest."""
MOST_SECONDS = 10.0
"""Somebody who writes all the time is not waited for longer than this."""
LATELY = 120.0
"""Seconds after a question for which the mirror follows the graph by itself."""
SHARE = 3
"""A refill that took a second is not followed by another for three: a large graph is not copied all the time."""
AFTER_FAULT = 30.0
"""Seconds until the next try after a refill that failed."""
SWEEP_SECONDS = 15.0


class Watch:
    """The work of one thread."""

    def __init__(self, mirror: Mirror, over: threading.Event) -> None:
        self.mirror, self.over = mirror, over
        self._seen: Stand | None = None
        self._since = self._not_before = self._sweep_at = 0.0
        self._left = ""

    def go(self) -> None:
        """Until `over` is set."""
        while not self.over.wait(LOOK_SECONDS):
            try:
                self._look()
            except KinerjaError as fault:  # the live graph is away: later
                log.info("cermin: %s", fault)
            except Exception:  # a fault of ours: told, and no reason for the service to end
                if self.over.is_set():
                    return  # the database was closed under it
                log.exception("cermin")
                self.over.wait(AFTER_FAULT)

    def _look(self) -> None:
        unused = self.mirror.places.unused_for()
        if unused > self.mirror.settings.mirror_idle * 60:
            self._stop_unused()
        elif unused < LATELY and time.monotonic() >= self._not_before and self._should_renew():
            self._renew()
        if time.monotonic() >= self._sweep_at:
            self._sweep()

    def _stop_unused(self) -> None:
        if any(read_state(slot) for slot in self.mirror.places.slots):
            self.mirror.rest()

    def _should_renew(self) -> bool:
        """Whether the copy is older than the graph, which has come to rest; or nothing answers although it did."""
        one = shown(self.mirror.places)
        if one is None:
            return read_content(self.mirror.places.current) is not None
        now, live = time.monotonic(), stand(self.mirror.graph)
        rests, self._seen = live == self._seen, live
        if live == one.content.stand:
            self._since = now
            return False
        return rests or now - self._since > MOST_SECONDS

    def _renew(self) -> None:
        began = time.monotonic()
        done = self.mirror.renew()
        self._since = time.monotonic()
        self._not_before = self._since + ((self._since - began) * SHARE if done else AFTER_FAULT)

    def _sweep(self) -> None:
        """End a server beside the current one that a killed process left: one that nothing has run on for two looks."""
        self._sweep_at = time.monotonic() + SWEEP_SECONDS
        with if_free(self.mirror.places.lock) as mine:
            slot = self.mirror.places.other
            state = read_state(slot) if mine and slot.root.is_dir() else None
            name = running.name(state) if state else ""
            if state and name == self._left and not busy(slot, state):
                running.stop(slot)
            self._left = name
