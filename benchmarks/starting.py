"""The second start: from `kinerja run` to the first page, against Neo4j alone to its first answer.

In: settings of a data folder. Out: timings of both, taken in turn. Both use the class archive (AppCDS); it is waited
for when it is still being trained, and the report says when there is none.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from benchmarks.measure import Timing, timing
from benchmarks.tracing import run_service, wait_for_page
from service import server
from service.config import Settings
from service.server import login as _imported  # noqa: F401  the driver is not to be loaded within a measurement
from service.server.archive import archive_flags, archive_state, train_in_background
from service.server.conf import command, folders, write_conf
from service.server.jars import bring_jars
from service.server.java import choose_java
from service.server.lock import read_lock
from service.server.ports import free_port
from service.server.process import end, launch, wait_ready

BARE, PAGE = "Neo4j alone, first answer", "kinerja run, first page"
TRAINING_SECONDS = 120.0


@dataclass(frozen=True)
class Starts:
    """What was measured, and with what."""

    times: dict[str, Timing]
    java: str
    archive: bool


def start_times(settings: Settings, rounds: int) -> Starts:
    """Starts each `rounds` times in turn, after one start that fills the data folder."""
    archive = trained(settings)
    _to_first_page(settings)
    taken: dict[str, list[float]] = {BARE: [], PAGE: []}
    for _ in range(rounds):
        taken[BARE].append(_to_first_answer(settings))
        taken[PAGE].append(_to_first_page(settings))
    return Starts({name: timing(times) for name, times in taken.items()}, str(choose_java(settings)), archive)


def trained(settings: Settings) -> bool:
    """Whether there is a class archive, after waiting for one that can still be trained."""
    java, lock = choose_java(settings), read_lock()
    bring_jars(settings, lock, server.Terminal())
    train_in_background(java, lock, settings.cache)
    deadline = time.monotonic() + TRAINING_SECONDS
    while archive_state(java, lock, settings.cache) == "belum ada" and time.monotonic() < deadline:
        time.sleep(0.5)
    return bool(archive_flags(java, lock, settings.cache))


def _to_first_answer(settings: Settings) -> float:
    """The Java process as the product starts it, and nothing else."""
    where, lock, java = folders(settings), read_lock(), choose_java(settings)
    jars, port = bring_jars(settings, lock, server.SILENT), free_port()
    password = where.password.read_text(encoding="utf-8").strip()
    began = time.perf_counter()
    write_conf(where.home, settings, port)
    flags = archive_flags(java, lock, settings.cache)
    process = launch(command(java, jars, where.home, settings, flags), where.home, where.log)
    try:
        wait_ready(process, port, password, where.password, where.log)
        return (time.perf_counter() - began) * 1000
    finally:
        end(process)


def _to_first_page(settings: Settings) -> float:
    port = free_port()
    began = time.perf_counter()
    service = run_service(settings, port)
    try:
        wait_for_page(service, port)
        return (time.perf_counter() - began) * 1000
    finally:
        service.terminate()
        service.wait(30)
