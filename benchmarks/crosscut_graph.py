"""From 10,000 kinerja in a graph to written candidates: everything that `refresh` does, in a process of its own.

In: a number of kinerja. Out: seconds and memory of the first refresh (every edge is new), of one that finds nothing
new, and of one after a single statement has changed; RETURN 1 in the same process beside them. The graph is a made-up
regency (`regency.py`), as in life or the hard one, written the way an import ends.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import groupby
from statistics import median

from benchmarks.regency import distinct, regency
from service import schema, server
from service.config import ROOT, Settings, read_settings
from service.crosscut.labelled import SetCondition, SetUnit, SetUnits
from service.crosscut.labelled_graph import write_units
from service.graph import Graph
from service.refresh import refresh_now

ASKED = 300
"""How often RETURN 1 is asked."""
CHANGE = "MATCH (k:Kinerja) WITH k ORDER BY k.id LIMIT 1 SET k.uraian = k.uraian + ' di muara sungai'"


@dataclass(frozen=True)
class Graphed:
    """What was measured."""

    kinerja: int
    calon: int
    """Edges that stand at the end."""
    pertama: float
    """Seconds of the first refresh."""
    lagi: float
    """Seconds of one that finds nothing new."""
    berubah: float
    """Seconds after one statement has changed."""
    puncak: float
    """Largest resident memory of the process, MB."""
    satu: float
    """RETURN 1, p50, ms."""


def graph_times(settings: Settings, kinerja: int, hard: bool = False) -> Graphed:
    """Fill the empty data folder of `settings`, and measure in a fresh process."""
    with connected(settings) as graph:
        schema.apply(graph)
        write_units(graph, made_up(kinerja, hard))
        graph.command("CALL db.prepareForReplanning()")
        own = {"KINERJA_DATA": str(settings.data), "KINERJA_CACHE": str(settings.cache), "NEO4J_URI": ""}
        command = [sys.executable, "-m", "benchmarks.crosscut_graph"]
        told = subprocess.run(command, env=os.environ | own, cwd=ROOT, check=True, capture_output=True).stdout
    return Graphed(**json.loads(told))


def made_up(kinerja: int, hard: bool = False) -> SetUnits:
    """The regency as units that can be written."""
    found = sorted((distinct if hard else regency)(kinerja), key=lambda one: one.unit)
    return SetUnits(
        unit=[
            SetUnit(
                kode=unit,
                nama=f"Unit Uji {unit}",
                jenis=rows[0].jenis_unit,
                kondisi=[
                    SetCondition(
                        id=one.id,
                        kondisi=one.uraian,
                        induk=next(iter(one.induk), None),
                        jenjang=one.tingkat,
                        indikator=list(one.indikator),
                    )
                    for one in rows
                ],
            )
            for unit, rows in ((unit, list(group)) for unit, group in groupby(found, key=lambda one: one.unit))
        ]
    )


@contextmanager
def connected(settings: Settings) -> Iterator[Graph]:
    """The graph of this data folder."""
    with server.with_server(settings, server.Terminal()) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        yield graph
        graph.close()


def measure(graph: Graph) -> Graphed:
    """All of it, on a graph that was filled before."""
    first = refresh_now(graph)
    again = refresh_now(graph)
    graph.command(CHANGE)
    changed = refresh_now(graph)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = (first.detik, again.detik, changed.detik)
    return Graphed(first.kondisi, changed.calon, *seconds, puncak=peak, satu=_one(graph))


def _one(graph: Graph) -> float:
    taken = []
    for _ in range(ASKED):
        began = time.perf_counter()
        graph.reading(lambda tx: tx.raw.run("RETURN 1").data())
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


if __name__ == "__main__":
    with connected(read_settings()) as own:
        print(json.dumps(asdict(measure(own))))
