"""The rows of an answer as pieces of JSON, on their way out of a transaction; and where they end.

In: the values of each row, limits. Out: texts `[[cell, ..], ..]`, a few rows each, the first at once; afterwards how
many rows there were and which limit cut them. Takes the memory of one piece; a worker's questions and the repository's
go out alike.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from service import cells
from service.console.statement import Limits

FIRST, MOST = 1, 500
"""Rows of the first piece, so that it shows at once, and of the largest; each may be eight times the one before."""
GROWTH = 8
PIECE_BYTES = 64_000
PIECE_SECONDS = 0.1
"""A piece goes out when it has so many bytes, or when its first row waited so long."""


class Pieces:
    """Reads an answer once."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sent = self.cut = self.out = 0
        """Rows, cells that were cut, bytes."""
        self.reason: str | None = None
        """`baris` or `bita`: the limit that there was more beyond."""
        self._waiting: list[str] = []
        self._waiting_bytes, self._size, self._began = 0, FIRST, 0.0

    def of(self, rows: Iterable[Iterable[Any]]) -> Iterator[str]:
        """Every piece, up to a limit."""
        for values in rows:
            line = self._line(values)
            if line is None:
                break
            self._add(line)
            if self._full():
                yield self._taken()
        if self._waiting:
            yield self._taken()

    def _line(self, values: Iterable[Any]) -> str | None:
        """None: it is beyond a limit."""
        if self.sent == self.limits.baris:
            self.reason = "baris"
            return None
        row, cut = cells.row(values, self.limits.sel)
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        if self.out + len(line) > self.limits.bita:
            self.reason = "bita"
            return None
        self.cut += cut
        return line

    def _add(self, line: str) -> None:
        if not self._waiting:
            self._began = time.monotonic()
        self._waiting.append(line)
        self.sent, self.out = self.sent + 1, self.out + len(line)
        self._waiting_bytes += len(line)

    def _full(self) -> bool:
        large = len(self._waiting) >= self._size or self._waiting_bytes >= PIECE_BYTES
        return large or time.monotonic() - self._began > PIECE_SECONDS

    def _taken(self) -> str:
        piece = f"[{','.join(self._waiting)}]"
        self._waiting, self._waiting_bytes = [], 0
        self._size = min(self._size * GROWTH, MOST)
        return piece
