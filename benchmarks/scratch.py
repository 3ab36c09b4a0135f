"""A data folder of its own with a filled graph: the server started as the product starts it, and gone afterwards.

In: a number of kinerja. Out: a connected `Graph` and the settings of its folder. With `kept`, the folder stays and is
used again the next time, so that 100,000 kinerja need not be written anew for every run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.cascades import units_for
from benchmarks.filling import Filled, fill
from service import schema, server
from service.config import Settings, read_settings
from service.graph import Graph

LARGE = 50_000
"""From so many kinerja on the server gets the memory that the README advises for them."""
LARGE_HEAP, LARGE_PAGECACHE = "1g", "256m"


@dataclass(frozen=True)
class Scratch:
    """A filled graph and where it stands."""

    graph: Graph
    settings: Settings
    units: int
    filled: Filled | None
    """None: it stood there already."""


@contextmanager
def folder(kept: Path | None) -> Iterator[Settings]:
    """Settings with a data folder of its own under `kept`, or a temporary one."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield _own(kept)
        return
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-", ignore_cleanup_errors=True) as made:
        yield _own(Path(made))


@contextmanager
def scratch(kinerja: int, kept: Path | None) -> Iterator[Scratch]:
    """A server with a graph of at least `kinerja` kinerja; its answers are compiled by C2, as in service."""
    with folder(kept and kept / str(kinerja)) as settings:
        if kinerja >= LARGE:
            settings = replace(settings, heap=LARGE_HEAP, pagecache=LARGE_PAGECACHE)
        with server.with_server(settings, server.Terminal()) as at:
            graph = Graph.connect(at.uri, at.user, at.password, at.database)
            schema.apply(graph)
            units = units_for(kinerja)
            stands = graph.command("RETURN COUNT { (:SKPD) } AS units")[0]["units"] == units
            yield Scratch(graph, settings, units, None if stands else fill(graph, units))
            graph.close()


def _own(data: Path) -> Settings:
    """The user's own settings but for the data folder; never an external server."""
    return replace(read_settings(), data=data, neo4j_uri="")
