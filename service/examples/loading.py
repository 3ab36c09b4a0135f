"""Loading the examples: asked for once by an empty graph, or by a person; resumed where it was interrupted.

In: a graph. Out: one `Result` for each document, written or there already. A document of an example that people
brought in another version of stays as they left it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from service.config import Settings
from service.errors import Conflict, DocumentRefused, Paused
from service.examples.documents import documents, read_ahead
from service.graph import Graph
from service.ingest.importing import Prepared, Result, apply
from service.ingest.seeds import FOLDER, REASON

log = logging.getLogger(__name__)

Wish = Literal["", "diminta", "dimuat", "dibuang"]

TRIES = 60
PAUSE = 1.0
"""Seconds between two tries while a backup holds the gate."""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of the examples in a graph."""

    keadaan: Wish
    """diminta: wanted, not all there yet · dimuat · dibuang: a person took them away · empty: nobody asked for them"""
    dokumen: int
    """Documents of examples that are there."""
    revisi: int


def state(graph: Graph) -> State:
    """Whether the examples are wanted, and how many there are."""
    row = graph.read("examples/state")[0]
    return State(cast(Wish, row["keadaan"]), row["dokumen"], row["revisi"])


def ask(graph: Graph) -> None:
    """Examples are wanted from now on; `load` brings them."""
    graph.uncounted("examples/set_state", keadaan="diminta")


def load(graph: Graph, settings: Settings, folder: Path = FOLDER) -> Iterator[Result]:
    """Import every example that is not there; ends early when a person takes them away meanwhile. Raises
    GraphUnavailable, Paused; the next `load` goes on where this one stopped."""
    there = {dokumen for row in graph.read("examples/units") for dokumen in row["dokumen"]}
    for prepared in read_ahead(documents(folder), settings):
        if state(graph).keadaan != "diminta":
            return
        if prepared.dokumen in there:  # perhaps with another version, or withdrawn: as people left it
            continue
        try:
            yield _written(prepared, graph, settings)
        except DocumentRefused as fault:  # a bad example must not keep the others away
            log.warning("%s is not loaded: %s", prepared.nama_berkas, [str(i) for i in fault.issues] or fault)
    if state(graph).keadaan == "diminta":
        graph.uncounted("examples/set_state", keadaan="dimuat")


def _written(prepared: Prepared, graph: Graph, settings: Settings) -> Result:
    """Written as soon as it may be: a backup may hold the gate for a while."""
    for left in reversed(range(TRIES)):
        try:
            return apply(prepared, graph, settings, alasan=REASON)
        except (Paused, Conflict):
            if not left:
                raise
            time.sleep(PAUSE)
    raise AssertionError
