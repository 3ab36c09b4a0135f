"""One process at a time: the others wait, and are told for whom.

The lock is the operating system's: it ends with its holder, however that dies, so a lock file left behind means
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from service.server.progress import Progressing

PATIENCE = 0.3
"""Seconds of waiting that need no word."""


@contextmanager
def one_at_a_time(path: Path, progress: Progressing, doing: str) -> Iterator[None]:
    """Holds the lock `path` for the block; `doing` says what another holder is busy with."""
    lock = FileLock(path)
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        progress.say(f"Menunggu proses lain yang sedang {doing} ...")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def if_free(path: Path) -> Iterator[bool]:
    """Holds the lock for the block if nobody else does; gives whether it is held."""
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def held(path: Path) -> bool:
    """Whether somebody holds the lock now."""
    if not path.exists():
        return False
    with if_free(path) as free:
        return not free
