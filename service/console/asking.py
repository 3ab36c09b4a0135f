"""A person's question on its way: walls, a slot, a worker, the mirror; rows come back in parts, and everything ends.

In: a `Statement`, an account, limits. Out: a `Run` whose `parts()` give the answer piece by piece; `Refused` when a
wall turned it away or stopped it, `StatementFault` when it is wrong. A question that outlives its time is ended on this
side: its worker is killed, and the mirror too when the question still burns there after that. What others asked of that
mirror meanwhile is asked once more if they have not seen a row yet.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Protocol
from weakref import WeakValueDictionary

from service.actor import LOCAL
from service.console import caps
from service.console.flight import Broken, Flight
from service.console.ground import Ground
from service.console.parts import Cancelled, End, Head, Interrupted, Part, Rows
from service.console.slots import Pace, Slots
from service.console.statement import Limits, Statement
from service.console.walls import Refused, check_text

__all__ = ["Cancelled", "Console", "End", "Head", "Interrupted", "Mirrored", "Part", "Rows", "Run"]


SECOND_SECONDS = 5.0
"""What a question gets at least when the mirror was killed under it and it is asked once more."""


class Address(Protocol):
    """Where the running mirror is, and what it holds."""

    @property
    def uri(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def database(self) -> str: ...
    @property
    def revisi(self) -> int: ...
    @property
    def pada(self) -> str: ...
    @property
    def generasi(self) -> str: ...
    @property
    def terkini(self) -> bool: ...


class Mirrored(Protocol):
    """All that is asked of the mirror."""

    def at(self, *, fresh: bool = False) -> Address: ...
    def kill(self, generasi: str) -> None: ...


class Console:
    """One per process; safe to share between threads. `off`: walls that are left out, for their tests."""

    def __init__(self, mirror: Mirrored, off: frozenset[str] = frozenset()) -> None:
        self.mirror = mirror
        self.off = off
        self.slots = Slots()
        self.pace = Pace()
        self.ground = Ground(mirror, off)
        self._runs: WeakValueDictionary[str, Run] = WeakValueDictionary()

    def start(self, statement: Statement, akun: str, limits: Limits | None = None, *, fresh: bool = False) -> Run:
        """A run with a slot of its own; nothing is sent before its `parts()` are read. Raises Refused."""
        check_text(statement, self.off)
        self._keep_pace(akun)
        self._take_slot(akun)
        run = Run(self, statement, akun, limits or Limits(), fresh=fresh)
        self._runs[run.id] = run
        return run

    def warm(self) -> None:
        """A worker is started, so that the first question need not wait for it; returns at once."""
        self.ground.staff.warm()

    def cancel(self, run_id: str, akun: str) -> bool:
        """Ends a run of this account; False when there is none (any more)."""
        run = self._runs.get(run_id)
        if run is None or run.akun != akun:
            return False
        run.cancel()
        return True

    def close(self) -> None:
        """Ends what runs, and waits until nothing of it burns on the mirror."""
        for run in list(self._runs.values()):
            run.cancel()
        self.ground.close()

    def _keep_pace(self, akun: str) -> None:
        seconds = 0 if "laju" in self.off else self.pace.wait_for(akun)
        if seconds:
            raise Refused(*caps.too_often(seconds), dinding="laju")

    def _take_slot(self, akun: str) -> None:
        busy = None if "slot" in self.off else self.slots.take(akun)
        if busy:
            raise Refused(*caps.busy(busy), dinding="slot")

    def give_back(self, akun: str) -> None:
        """The slot of a run that has ended, here and on the mirror."""
        if "slot" not in self.off:
            self.slots.give_back(akun)

    def burned(self, akun: str) -> None:
        """Whoever takes the mirror down waits longer; the one person of a computer without accounts harms nobody."""
        if akun != LOCAL.akun:
            self.pace.burned(akun)


class Run:
    """One question with a slot. Reading `parts()` asks it; closing them, or `close()`, ends it wherever it is."""

    def __init__(self, console: Console, statement: Statement, akun: str, limits: Limits, *, fresh: bool) -> None:
        self.id = secrets.token_urlsafe(9)
        self.statement, self.akun, self.limits, self.fresh = statement, akun, limits, fresh
        self.cancelled = False
        self._console = console
        self._flight: Flight | None = None
        self._holds = True
        self._landing = threading.Lock()

    def parts(self) -> Iterator[Part]:
        """Head, Rows .., End; raises Refused, StatementFault, Cancelled, Interrupted, GraphUnavailable."""
        try:
            yield from self._asked_again_if_broken()
        finally:
            self.close()

    def cancel(self) -> None:
        """From any thread; whoever reads the parts meets Cancelled."""
        self.cancelled = True
        with self._landing:
            if self._flight and self._holds:  # a worker that was given back answers somebody else by now
                self._flight.worker.kill()

    def close(self) -> None:
        """Gives the slot back as soon as nothing of this run burns on the mirror; a second time does nothing."""
        with self._landing:
            held, self._holds = self._holds, False
        if held:
            console, akun = self._console, self.akun
            console.ground.land(self._flight, lambda: console.give_back(akun), lambda: console.burned(akun))

    def __del__(self) -> None:
        with suppress(Exception):  # a run that nobody ever read
            self.close()

    def _asked_again_if_broken(self) -> Iterator[Part]:
        """The second time gets what the first has left, and never less than SECOND_SECONDS."""
        limits = self.limits
        for last in (False, True):
            delivered = False
            began = time.monotonic()
            try:
                for part in self._asked(limits):
                    delivered = True
                    yield part
                return
            except (Broken, Refused) as fault:
                if self.cancelled:
                    raise Cancelled("Pertanyaan dibatalkan.") from None
                if isinstance(fault, Refused):
                    raise
                if delivered or last:
                    raise Interrupted(*caps.restarted()) from None
                self._console.ground.land(self._flight)
                left = limits.detik - (time.monotonic() - began)
                limits = replace(limits, detik=round(max(left, min(SECOND_SECONDS, limits.detik)), 1))

    def _asked(self, limits: Limits) -> Iterator[Part]:
        at = self._console.mirror.at(fresh=self.fresh)
        if self.cancelled:
            raise Broken
        self._flight = flight = self._console.ground.take_off(self.id, at, limits)
        if self.cancelled:  # between the two lines above
            flight.worker.kill()
        yield from flight.parts(self.statement)
