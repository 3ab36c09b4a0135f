"""What a long step tells the person who waits: a sentence, or a bar that counts bytes.

In: texts and byte counts from the other modules of `server/`. Out: lines and bars on standard error (`Terminal`), or
nothing at all (`Silent`), so that standard output stays free for `--json`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn


class Progressing(Protocol):
    """The two ways to report progress."""

    def say(self, text: str) -> None:
        """One sentence about what begins now."""

    def bar(self, text: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """A bar of `total` bytes; the function it yields adds bytes (negative: a broken file starts again)."""


class Silent:
    """Tells nothing; for tests and for commands that print for machines."""

    def say(self, text: str) -> None:
        """Nothing."""

    @contextmanager
    def bar(self, text: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002
        """A bar that nobody sees."""
        yield lambda _: None


class Terminal:
    """Tells it on standard error."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False)

    def say(self, text: str) -> None:
        """One line."""
        self.console.print(text, markup=False)

    @contextmanager
    def bar(self, text: str, total: int) -> Iterator[Callable[[int], None]]:
        """A bar while something is brought; in a log file only its last state is printed."""
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.console) as progress:
            task = progress.add_task(text, total=total)
            yield lambda size: progress.advance(task, size)


SILENT = Silent()
