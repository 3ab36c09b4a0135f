"""A command that others end: a supervisor's SIGTERM and a closed terminal window work like Ctrl-C.

In: nothing. Out: for as long as the block lasts every ending runs what the command has to put away.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def ended_in_order() -> Iterator[None]:
    """In the main thread only, as Python has it."""
    before = {ending: signal.signal(ending, _as_interrupt) for ending in ENDINGS}
    try:
        yield
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)


def _as_interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
