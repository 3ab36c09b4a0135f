"""Who may ask now: three questions at once, two of one account, and sixty a minute.

In: an account. Out: a slot, which its holder gives back, or the reason why there is none. Whoever comes when all are
taken waits a few seconds; nobody queues without end behind a question that hangs.
"""

from __future__ import annotations

import math
import threading
import time
from collections import Counter
from dataclasses import dataclass

ALL = 3
"""Questions that run at once: each may hold a core of the mirror."""
EACH = 2
"""Of one account, so that one person leaves room for another."""
WAIT_SECONDS = 5.0

A_MINUTE = 60
BURST = 20
"""Questions of one account: so many at once, so many a minute after that."""
BURNED = 40
"""Questions that one which took the mirror down counts for."""
REMEMBERED = 1_000
"""Accounts whose pace is kept; the one that asked longest ago is forgotten first."""


@dataclass(frozen=True)
class Busy:
    """Why there is no slot."""

    sendiri: bool
    """True: the account's own questions take its share; False: those of all take all."""


class Slots:
    """Safe to share between threads."""

    def __init__(self, most: int = ALL, each: int = EACH, wait: float = WAIT_SECONDS) -> None:
        self.most, self.each, self.wait = most, each, wait
        self._taken: Counter[str] = Counter()
        self._free = threading.Condition()

    def take(self, akun: str) -> Busy | None:
        """None: a slot is ours, to be given back; waits for one."""
        deadline = time.monotonic() + self.wait
        with self._free:
            while (busy := self._busy(akun)) is not None:
                left = deadline - time.monotonic()
                if left <= 0:
                    return busy
                self._free.wait(left)
            self._taken[akun] += 1
            return None

    def give_back(self, akun: str) -> None:
        with self._free:
            self._taken -= Counter([akun])
            self._free.notify_all()

    def _busy(self, akun: str) -> Busy | None:
        if self._taken[akun] >= self.each:
            return Busy(sendiri=True)
        return Busy(sendiri=False) if self._taken.total() >= self.most else None


class Pace:
    """How often each account asks: a bucket that a question empties by one and a second fills again."""

    def __init__(self, a_minute: int = A_MINUTE, burst: int = BURST) -> None:
        self.second, self.burst = a_minute / 60, burst
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def burned(self, akun: str) -> None:
        """A question of this account could only be ended together with the mirror, for which everybody waited."""
        with self._lock:
            left, then = self._buckets.pop(akun, (float(self.burst), time.monotonic()))
            self._buckets[akun] = (left - BURNED, then)

    def wait_for(self, akun: str, now: float | None = None) -> int:
        """0: it may ask, and this counts as a question; else the whole seconds until it may."""
        now = time.monotonic() if now is None else now
        with self._lock:
            left, then = self._buckets.pop(akun, (float(self.burst), now))
            left = min(self.burst, left + (now - then) * self.second)
            asks = left >= 1
            self._buckets[akun] = (left - 1 if asks else left, now)
            if len(self._buckets) > REMEMBERED:
                del self._buckets[next(iter(self._buckets))]
            return 0 if asks else max(1, math.ceil((1 - left) / self.second))
