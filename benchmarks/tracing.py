"""The trace, by every door, beside the smallest question there is.

In: a filled graph. Out: timings by contender. Bolt: `RETURN 1` and `trace/to_outcome` through `service.graph`, one
thread, so both use the same connection of the pool. HTTP: `kinerja run` in a process of its own on the same data
folder, one keep-alive connection.
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from benchmarks.cascades import start_points
from benchmarks.measure import Timing, interleaved
from benchmarks.scratch import Scratch
from service.config import Settings
from service.server.ports import free_port
from service.trace.answers import MAX_PATHS

ONE, BOLT, JSON, PAGE = "RETURN 1", "trace, Bolt", "trace, JSON over HTTP", "page of a kinerja"
Contenders = Mapping[str, Callable[[int], object]]

HOST = "127.0.0.1"
PLAIN_RUN = "import sys; sys.modules['pandas'] = None; from service.cli import main; main()"
START_SECONDS = 90.0


def over_bolt(at: Scratch, rounds: int, warm_up: int) -> dict[str, Timing]:
    """RETURN 1 and the trace."""
    return interleaved(_bolt(at), rounds, warm_up)


def over_http(at: Scratch, rounds: int, warm_up: int) -> dict[str, Timing]:
    """RETURN 1 and the trace over Bolt, the trace as JSON and as a page; all in the same rounds."""
    with serving(at.settings) as port:
        return interleaved(_bolt(at) | _http(at, port), rounds, warm_up)


def _bolt(at: Scratch) -> dict[str, Callable[[int], object]]:
    ids = start_points(at.units, 1000)

    def one(_: int) -> object:
        return at.graph.reading(lambda tx: tx.raw.run("RETURN 1").data())

    def trace(nth: int) -> object:
        rows = at.graph.read("trace/to_outcome", id=ids[nth % len(ids)], batas=MAX_PATHS + 1)
        assert [len(row["langkah"]) for row in rows] == [5]
        return rows

    return {ONE: one, BOLT: trace}


def _http(at: Scratch, port: int) -> dict[str, Callable[[int], object]]:
    ids = start_points(at.units, 1000)
    line = http.client.HTTPConnection(HOST, port)

    def get(path: str) -> bytes:
        line.request("GET", path)
        answer = line.getresponse()
        body = answer.read()
        assert answer.status == 200, (path, answer.status)
        return body

    return {
        JSON: lambda nth: get(f"/api/kinerja/{ids[nth % len(ids)]}/telusur"),
        PAGE: lambda nth: get(f"/kinerja/{ids[nth % len(ids)]}"),
    }


@contextmanager
def serving(settings: Settings) -> Iterator[int]:
    """`kinerja run` on this data folder, ready to answer; yields its port."""
    port = free_port()
    service = run_service(settings, port)
    try:
        wait_for_page(service, port)
        yield port
    finally:
        service.terminate()
        service.wait(30)


def run_service(settings: Settings, port: int) -> subprocess.Popen[bytes]:
    """Starts `kinerja run`, and does not wait."""
    own = {
        "KINERJA_DATA": str(settings.data),
        "KINERJA_PORT": str(port),
        "KINERJA_HEAP": settings.heap,
        "KINERJA_PAGECACHE": settings.pagecache,
        "NEO4J_URI": "",
    }
    # The driver imports pandas when it is there (a quarter of a second); `make run` installs without it.
    start = [sys.executable, "-c", PLAIN_RUN, "run", "--no-browser"]
    return subprocess.Popen(
        start, env=os.environ | own, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def wait_for_page(service: subprocess.Popen[bytes], port: int, path: str = "/") -> None:
    """Returns when `path` was answered with 200."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if service.poll() is not None:
            raise RuntimeError(f"kinerja run ended with {service.returncode}")
        try:
            line = http.client.HTTPConnection(HOST, port, timeout=10)
            line.request("GET", path)
            if line.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"no page within {START_SECONDS:.0f} s")
