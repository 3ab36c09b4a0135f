"""The import of Batumandi end to end: from the bytes of the file to the live graph, with the child that reads it.

In: settings of an empty data folder. Out: timing of the whole and of its two halves. Every round starts from an empty
graph; the first rounds only warm up.
"""

from __future__ import annotations

import time

from benchmarks.measure import Timing, timing
from service import schema, server
from service.config import ROOT, Settings
from service.graph import Graph
from service.ingest.importing import apply, prepare

SEED = ROOT / "seeds" / "batumandi-2022.txt"
READ, WRITE, WHOLE = "reading and preview", "writing", "import end to end"


def import_times(settings: Settings, rounds: int, warm_up: int) -> dict[str, Timing]:
    """Milliseconds of prepare, of apply, and of both."""
    with server.with_server(settings, server.Terminal()) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        schema.apply(graph)
        taken = [_once(graph, settings) for _ in range(warm_up + rounds)][warm_up:]
        graph.close()
    halves = {READ: [read for read, _ in taken], WRITE: [write for _, write in taken]}
    return {name: timing(times) for name, times in {**halves, WHOLE: [sum(both) for both in taken]}.items()}


def _once(graph: Graph, settings: Settings) -> tuple[float, float]:
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    began = time.perf_counter()
    prepared = prepare(SEED.read_bytes(), SEED.name, graph, settings)
    between = time.perf_counter()
    result = apply(prepared, graph, settings)
    assert (result.berubah, result.jumlah_kinerja) == (True, 26)
    return (between - began) * 1000, (time.perf_counter() - between) * 1000
