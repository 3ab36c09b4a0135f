"""The console beside the bare driver: the same question of the same mirror, to its first row and to its last.

In: settings of a data folder. Out: for 10, 10,000 and 100,000 rows the milliseconds to the first row and to the last,
and the peak memory of the process that asks and of its worker. Everything runs in fresh processes; peaks are those of
the process since it began to ask (VmHWM, Linux only: 0 elsewhere).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import neo4j

from service import schema, server
from service.config import ROOT, Settings, read_settings
from service.console.asking import Console
from service.console.parts import End, Rows
from service.console.statement import LARGE, Statement
from service.graph import Graph
from service.mirror import Mirror

CELLS = "i, 'baris ke-' + i + ' dari jawaban yang panjang' AS teks, i / 7.0 AS bagian"
QUESTIONS = {
    10: f"UNWIND range(1, 10) AS i RETURN {CELLS}",
    10_000: f"UNWIND range(1, 10000) AS i RETURN {CELLS}",
    100_000: f"UNWIND range(1, 10) AS a UNWIND range(1, 10000) AS b WITH 10000 * a + b AS i RETURN {CELLS}",
}
CONSOLE, BARE = "console", "bare driver"


@dataclass(frozen=True)
class Asked:
    """One question, asked several times; medians."""

    rows: int
    way: str
    first: float
    """Milliseconds to the first row."""
    total: float
    peak: float
    """MB of the process that asks."""
    worker: float
    """MB of the worker; 0 for the bare driver."""


def console_times(settings: Settings, rounds: int) -> list[Asked]:
    """Both ways in turn, on a mirror that this starts in the data folder of `settings`."""
    own = {"KINERJA_DATA": str(settings.data), "KINERJA_CACHE": str(settings.cache), "NEO4J_URI": ""}
    with mirrored(settings) as mirror:
        mirror.at()
        found = []
        for rows in QUESTIONS:
            for way in (BARE, CONSOLE):
                command = [sys.executable, "-m", "benchmarks.console", way, str(rows), str(rounds)]
                told = subprocess.run(command, env=os.environ | own, cwd=ROOT, check=True, capture_output=True).stdout
                found.append(Asked(**json.loads(told)))
    return found


@contextmanager
def mirrored(settings: Settings) -> Iterator[Mirror]:
    """The mirror of this data folder, with the live server that it copies."""
    with server.with_server(settings, server.Terminal()) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        schema.ensure(graph)
        mirror = Mirror(graph, settings)
        with closing(graph), mirror.running():
            yield mirror


def through_console(mirror: Mirror, rows: int, rounds: int) -> Asked:
    """As a page asks: parts are looked at once and thrown away."""
    ends, worker = [], 0.0
    with closing(Console(mirror)) as console:
        for number in range(rounds + 1):
            seen = 0
            for part in console.start(Statement(QUESTIONS[rows]), "bench", LARGE).parts():
                if isinstance(part, End):
                    ends.append(part)
                elif isinstance(part, Rows):
                    seen += len(part.teks)
            if number == 0:
                ends.clear()  # the question was planned, modules were loaded
                forget_peak(os.getpid())
            worker = max(worker, *(peak(one.process.pid) for one in console.ground.staff._idle))
    first, total = median(end.ms_pertama or 0.0 for end in ends), median(end.ms for end in ends)
    return Asked(rows, CONSOLE, first, total, peak(os.getpid()), worker)


def through_driver(mirror: Mirror, rows: int, rounds: int) -> Asked:
    """The driver alone, one record after the other."""
    at, firsts, totals = mirror.at(), [], []
    with neo4j.GraphDatabase.driver(at.uri, auth=(at.user, at.password)) as driver:
        for number in range(rounds + 1):
            began, first = time.perf_counter(), 0.0
            with driver.session(database=at.database, default_access_mode=neo4j.READ_ACCESS) as session:
                for _ in session.run(QUESTIONS[rows]):
                    first = first or time.perf_counter()
            if number:
                firsts.append((first - began) * 1000)
                totals.append((time.perf_counter() - began) * 1000)
            else:
                forget_peak(os.getpid())
    return Asked(rows, BARE, median(firsts), median(totals), peak(os.getpid()), 0.0)


def peak(pid: int) -> float:
    """Largest resident memory of a process, MB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
    except (OSError, StopIteration):
        return 0.0


def forget_peak(pid: int) -> None:
    """From now on."""
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


WAYS = {CONSOLE: through_console, BARE: through_driver}

if __name__ == "__main__":
    way, rows, rounds = sys.argv[1:]
    with mirrored(read_settings()) as own:
        print(json.dumps(asdict(WAYS[way](own, int(rows), int(rounds)))))
