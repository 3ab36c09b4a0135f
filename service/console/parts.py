"""What a run hands out, piece by piece: the columns, rows as they come, the end; and the two ways to be interrupted.

In: lines of a worker. Out: `Head`, then any number of `Rows`, then `End`. Head comes with the first rows, so that a
question that has to be asked again has shown nothing yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from service.cells import Cell
from service.errors import KinerjaError


@dataclass(frozen=True)
class Head:
    """What is known before the first row."""

    kolom: list[str]
    revisi: int
    """Of the graph that the mirror was filled from."""
    pada: str
    """When that was, ISO time."""
    terkini: bool
    """The graph has not moved on since."""
    pemberitahuan: list[Any]
    """What is to be said about the question itself (`hints`)."""


@dataclass(frozen=True)
class Rows:
    """Some rows; as JSON text at first, since most readers only pass them on."""

    teks: str
    """`[[cell, ..], ..]` as one line of JSON."""

    @cached_property
    def baris(self) -> list[list[Cell]]:
        found: list[list[Cell]] = json.loads(self.teks)
        return found


@dataclass(frozen=True)
class End:
    """How it ended; nothing comes after it."""

    baris: int
    terpotong: str | None
    """Which limit cut it: `baris`, `bita`; None: the answer is whole."""
    sel_terpotong: int
    """Cells that were cut."""
    ms: float
    ms_pertama: float | None
    """Milliseconds from sending the question to its first row; None: there was none."""


Part = Head | Rows | End


class Cancelled(KinerjaError):
    """Its owner ended the question, or went away."""

    status = 409
    exit_code = 130
    title = "Dibatalkan"


class Interrupted(KinerjaError):
    """The mirror was killed because of somebody else's question, after rows had been delivered."""

    status = 503
    title = "Terputus"
