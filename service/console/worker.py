"""The other side of `working.py`: a process that asks the mirror one question at a time and hands back small parts.

In (stdin) and out (stdout): one JSON object a line. A question:

    -> {siap: true}
    <- {tugas: tanya, di: {uri, user, password, database}, jalan, teks, parameter, baris, sel, bita, detik}
    -> {rencana: {jenis, rencana, pemberitahuan}}     <- {lanjut: true | false}
    -> {kolom: [..]}  {baris: [[cells], ..]} ..  {akhir: {baris, terpotong, sel_terpotong}}
    or {galat: {kode, pesan}} from Neo4j, {putus: why} when it is gone, {ingatan: true} when this process is full
    -> {selesai: true}   the transaction is closed, the next question may come

A list of five million, a text of 100 MB or a read that hangs meets this process, which may be killed at any moment,
and never the service. It knows no secret but the mirror's password, which comes on stdin, and it never tries again.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import select
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import neo4j
from neo4j import exceptions as faults

from service.console.pieces import Pieces
from service.console.statement import Limits

MEMORY = 768 * 1024 * 1024
"""Bytes of address space: the interpreter and the driver take about 170 MB of it, one large message the rest."""
IDLE_SECONDS = 900.0
"""A worker that nobody asks for so long ends; the next question finds a new one."""
ORPHAN_SECONDS = 2.0
FAT = 160_000_000
"""Bytes. A worker that one answer made so large ends after it: not all memory once taken is given back."""
TOO_FULL = 3
"""Exit code when the memory was not enough."""

FETCH = 1_000
"""Records that Neo4j sends before it waits for us."""
DEEPEST = 200
"""Operators below each other in a plan; a reader of JSON gives up at some depth."""

EXPLAIN = "EXPLAIN\n"
"""On a line of its own, so that a place in the text only moves by a line."""
PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")

POOL: dict[str, Any] = {
    "max_connection_pool_size": 2,
    "connection_acquisition_timeout": 5.0,
    "connection_timeout": 5.0,
    "liveness_check_timeout": 0.0,  # the mirror may have been killed since the last question
    "user_agent": "kinerja-konsol",
    "telemetry_disabled": True,
}


def main() -> None:
    """Answers until its service has nothing more to ask."""
    _limit()
    threading.Thread(target=_end_with_service, args=(os.getppid(),), daemon=True).start()
    doors = Doors()
    _say({"siap": True})
    while (asked := _hear(IDLE_SECONDS)) is not None:
        with _told_faults():
            TASKS[asked["tugas"]](doors.to(asked["di"]), asked)
        _say({"selesai": True})
        if _resident() > FAT:
            return


def _limit() -> None:
    limits = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0))
    for kind, most in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of the address space
            resource.setrlimit(kind, (most, most))


def _resident() -> int:
    """Bytes of memory of this process; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _end_with_service(service: int) -> None:
    """A service that was killed closes no connection of ours while we wait for the mirror."""
    while os.getppid() == service:
        time.sleep(ORPHAN_SECONDS)
    os._exit(0)


class Doors:
    """The driver to the mirror that runs now; the one to the mirror before is closed."""

    def __init__(self) -> None:
        self.at: Mapping[str, str] = {}
        self.driver: neo4j.Driver | None = None

    def to(self, at: Mapping[str, str]) -> neo4j.Driver:
        if self.driver is None or self.at != at:
            if self.driver:
                self.driver.close()
            self.at, self.driver = at, neo4j.GraphDatabase.driver(at["uri"], auth=(at["user"], at["password"]), **POOL)
        return self.driver


@contextlib.contextmanager
def _told_faults() -> Iterator[None]:
    """What Neo4j or the driver refused, as an answer."""
    try:
        yield
    except MemoryError:
        os.write(1, b'{"ingatan": true}\n')
        os._exit(TOO_FULL)
    except faults.Neo4jError as fault:
        _say(_refused(fault, fault.message or str(fault)))
    except (faults.ServiceUnavailable, faults.SessionExpired, faults.IncompleteCommit, OSError) as fault:
        _say({"putus": str(fault)})
    except (faults.DriverError, ValueError, TypeError, OverflowError, RecursionError) as fault:
        _say({"galat": {"kode": f"Kinerja.{type(fault).__name__}", "pesan": str(fault)}})


def _refused(fault: faults.Neo4jError, message: str) -> dict[str, Any]:
    return {"galat": {"kode": fault.code or "", "pesan": message}}


def ask(driver: neo4j.Driver, asked: Mapping[str, Any]) -> None:
    """EXPLAIN, a word from the service, then the question itself, both in READ transactions of their own."""
    try:
        _say({"rencana": _explained(driver, asked)})
    except faults.Neo4jError as fault:
        _say(_refused(fault, PLACE.sub(_moved, fault.message or "")))
        return
    word = _hear(IDLE_SECONDS)
    if not word or not word.get("lanjut"):
        return
    with _reading(driver, asked) as transaction:
        answer = transaction.run(asked["teks"], asked["parameter"])
        _say({"kolom": list(answer.keys())})
        pieces = Pieces(Limits(**{name: asked[name] for name in ("baris", "sel", "bita", "detik")}))
        for piece in pieces.of(record.values() for record in answer):
            _write(f'{{"baris":{piece}}}\n')
        _say({"akhir": {"baris": pieces.sent, "terpotong": pieces.reason, "sel_terpotong": pieces.cut}})


def _explained(driver: neo4j.Driver, asked: Mapping[str, Any]) -> dict[str, Any]:
    with _reading(driver, asked) as transaction:
        told = transaction.run(EXPLAIN + asked["teks"], asked["parameter"]).consume()
    plan = told.plan or {}
    _check_depth(plan)
    notices = [_notice(one) for one in told.notifications or []]
    return {"jenis": told.query_type, "rencana": plan, "pemberitahuan": notices}


def _moved(place: re.Match[str]) -> str:
    line, column, offset = map(int, place.groups())
    return f"(line {line - 1}, column {column} (offset: {offset - len(EXPLAIN)}))"


def _check_depth(plan: Mapping[str, Any]) -> None:
    level: list[Any] = [plan]
    for _ in range(DEEPEST):
        level = [child for one in level for child in one.get("children", ())]
        if not level:
            return
    raise RecursionError(f"the plan is more than {DEEPEST} operators deep")


def _notice(one: Mapping[str, Any]) -> dict[str, Any]:
    place = one.get("position") or {}
    return {
        "kode": one.get("code"),
        "judul": one.get("title"),
        "pesan": one.get("description"),
        "baris": place["line"] - 1 if "line" in place else None,
        "kolom": place.get("column"),
    }


@contextlib.contextmanager
def _reading(driver: neo4j.Driver, asked: Mapping[str, Any]) -> Iterator[neo4j.Transaction]:
    """An explicit READ transaction: it is refused a write, ends at its time, is never tried again or committed."""
    fetch = min(asked["baris"] + 1, FETCH + 1)
    with driver.session(
        database=asked["di"]["database"], default_access_mode=neo4j.READ_ACCESS, fetch_size=fetch
    ) as session:
        marked = {"app": "konsol", "jalan": asked["jalan"]}
        transaction = session.begin_transaction(metadata=marked, timeout=asked["detik"])
        try:
            yield transaction
        finally:
            transaction.close()  # rolls back; its own end as a context would commit


def burning(driver: neo4j.Driver, asked: Mapping[str, Any]) -> None:
    """How many transactions of the run `jalan` are still there, though nobody waits for them; `teks` is ours."""
    with driver.session(database=asked["di"]["database"], default_access_mode=neo4j.READ_ACCESS) as session:
        found = session.run(asked["teks"], {"jalan": asked["jalan"]}).data()
    _say({"masih": found[0]["jumlah"]})


TASKS = {"tanya": ask, "masih": burning}


def _hear(seconds: float) -> dict[str, Any] | None:
    """The next line of the service; None when it is gone or says nothing for so long."""
    if not select.select([sys.stdin], [], [], seconds)[0]:
        return None
    line = sys.stdin.buffer.readline()
    return json.loads(line) if line else None


def _say(part: dict[str, Any]) -> None:
    _write(json.dumps(part, ensure_ascii=False, separators=(",", ":"), default=str) + "\n")


def _write(line: str) -> None:
    """Waits while the service does not read; ends when it is gone."""
    try:
        sys.stdout.buffer.write(line.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os._exit(0)
