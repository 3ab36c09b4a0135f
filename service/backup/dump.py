"""The graph as sorted lines of JSON, in bounded memory: the very lines that the content hash is taken of.

In: an open read transaction. Out: a `Spool`: pieces on the disk, each sorted, whose merge is the whole graph, one node
or relationship a line. Nodes are known by label and key, relationships by the keys of both ends, so no server's
internal number is in it and any version of Neo4j can read it.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from service.errors import KinerjaError
from service.graph import CONTENT, Tx, content_line

PIECE = 50_000
"""Lines that are sorted in memory at once, about 20 MB."""

PLAIN = (str, int, float, bool)


class Spool:
    """Sorted pieces of lines; `close` gives their room back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines = 0
        self._pieces: list[IO[str]] = []

    def fill(self, tx: Tx) -> None:
        """Write down all content of the graph; begins anew when it is called again."""
        self.close()
        waiting: list[str] = []
        for name in CONTENT:
            for row in tx.each(name):
                _check(row)
                waiting.append(content_line(row))
                if len(waiting) == PIECE:
                    self._put(waiting)
                    waiting = []
        self._put(waiting)

    def __iter__(self) -> Iterator[str]:
        """Every line without its end, in order."""
        for piece in self._pieces:
            piece.seek(0)
        return (line.rstrip("\n") for line in heapq.merge(*self._pieces))

    def close(self) -> None:
        """Forget all lines."""
        for piece in self._pieces:
            piece.close()
        self._pieces, self.lines = [], 0

    def _put(self, lines: list[str]) -> None:
        self._pieces.append(TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self.folder))  # noqa: SIM115
        piece = self._pieces[-1]
        piece.writelines(f"{line}\n" for line in sorted(lines))
        piece.flush()
        self.lines += len(lines)


def _check(row: dict[str, Any]) -> None:
    """A value that JSON would bring back as something else, or a node without a key, must not go unnoticed."""
    strange = [name for name, value in row["isi"].items() if not _plain(value)]
    if strange or None in row.values():
        raise KinerjaError(
            f"Graf memuat isian yang tidak dapat dicadangkan: {json.dumps(row, ensure_ascii=False, default=str)[:300]}",
            "Laporkan kejadian ini; cadangkan dulu folder data dengan menyalinnya selagi layanan berhenti.",
        )


def _plain(value: object) -> bool:
    return all(isinstance(one, PLAIN) for one in value) if isinstance(value, list) else isinstance(value, PLAIN)
