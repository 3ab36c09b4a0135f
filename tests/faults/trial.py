"""One fault: something is being done, something is killed at a moment that the seed chooses, and then it is looked at.

In: a running service and a seed. Out: what happened, in a line; an AssertionError when anything is left half done. What
must hold afterwards: the graph is the fold of its log (played into another graph it gives the same content), the log
is as it was or one entry longer and has no gap, every archive is whole, no activity stays open, and the same request
sent again is harmless.
"""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Literal, get_args

from service.backup.archive import UNFINISHED, opened
from service.graph import Graph
from service.replay import export_log, replay
from service.store import FILE
from tests.faults.running import Running, Victim
from tests.worksheet import LEVELS, WATER, Box, worksheet

Doing = Literal["impor", "keputusan", "cadangan"]

LONGEST: dict[Doing, float] = {"impor": 0.9, "keputusan": 0.15, "cadangan": 0.5}
"""Seconds after the request within which the kill falls; a request takes about so long on a quiet machine."""
FINE = (200, 201, 303, 409, 422)
"""What a repeated request may be answered: done, done before, or told that it stands already."""
PATIENCE = 40.0
"""Seconds that a repeated request may be told to come back (the gate of a killed backup, a database that wakes up)."""


@dataclass(frozen=True)
class Plan:
    """What a seed means."""

    seed: int
    doing: Doing
    victim: Victim
    after: float
    """Seconds from the request to the kill."""

    @classmethod
    def of(cls, seed: int, doing: Doing | None = None, victim: Victim | None = None) -> Plan:
        chance = random.Random(seed)
        what: Doing = doing or chance.choice(get_args(Doing))
        whom: Victim = victim or chance.choice(get_args(Victim))
        return cls(seed, what, whom, chance.uniform(0, LONGEST[what]))


def fault(service: Running, empty: Graph, plan: Plan) -> str:
    """Do it, kill, recover, look, do it again, look again; `empty`: a graph for replaying."""
    ask = ASKING[plan.doing](service, plan)
    with service.graph() as graph:
        before = graph.content_hash(), len(export_log(graph).keputusan)
    told: list[int] = []
    asking = threading.Thread(target=lambda: told.append(ask()))
    asking.start()
    time.sleep(plan.after)
    service.kill(plan.victim)
    asking.join(120)
    service.recover(plan.victim)
    done = _whole(service, empty, before)
    _again(ask)
    _whole(service, empty, before)
    _no_activity_open(service, plan.victim)
    _archives_whole(service)
    return f"{plan.seed}: {plan.doing}, {plan.victim} after {plan.after:.2f} s, answered {told or '-'}, {done}"


def _whole(service: Running, empty: Graph, before: tuple[str, int]) -> str:
    """`before` or `after`; the graph is what its log says."""
    with service.graph() as graph:
        log, now = export_log(graph), graph.content_hash()
    assert [row["urut"] for row in log.keputusan] == list(range(1, len(log.keputusan) + 1))
    if (now, len(log.keputusan)) == before:
        return "before"
    assert len(log.keputusan) > before[1], "the graph changed without an entry in its log"
    empty.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, empty)
    assert empty.content_hash() == now, "the graph is not the fold of its log"
    return "after"


def _again(ask: Callable[[], int]) -> None:
    """The same request, as somebody would send it who got no answer."""
    deadline = time.monotonic() + PATIENCE
    while (status := ask()) not in FINE:
        assert status in (0, 503), f"repeated, it was answered {status}"
        assert time.monotonic() < deadline, f"still {status} after {PATIENCE} s"
        time.sleep(0.3)


def _no_activity_open(service: Running, victim: Victim) -> None:
    """Intents of dead processes were completed by the start that followed. A service that lives on leaves what a lost
    database did not confirm (no process works on it) to its next start."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with closing(sqlite3.connect(service.settings.data / FILE)) as store:
            left = store.execute("SELECT nomor, tindakan, proses FROM kegiatan WHERE keadaan = 'mulai'").fetchall()
        mine = f"{service.process.pid}@" if service.process else "-"
        left = [row for row in left if row[1] != "cadangan" or not row[2].startswith(mine)]
        left = [row for row in left if victim != "neo4j" or row[2]]
        if not left:
            return
        time.sleep(0.2)
    raise AssertionError(f"activities that nobody completes: {left}")


def _archives_whole(service: Running) -> None:
    """Every archive that has its name is complete to the last byte; pieces lie there only while one is written."""
    folder = service.settings.backup_dir
    for path in folder.glob("kinerja-*.zip") if folder.is_dir() else ():
        with opened(path):
            pass
        path.unlink()


def no_pieces(service: Running) -> list[str]:
    """Names of unfinished archives that lie about after the service has made a backup."""
    folder = service.settings.backup_dir
    return [path.name for path in folder.glob(f"{UNFINISHED}*")] if folder.is_dir() else []


def _import(service: Running, plan: Plan) -> Callable[[], int]:
    boxes = [*WATER, Box(f"Terlaksananya Uji Nomor {plan.seed}", 4, f"Jumlah Uji Nomor {plan.seed}")]
    data = worksheet(boxes)
    return lambda: service.post("/api/impor?uji=false", files={"berkas": ("lembar.txt", data)})


def _decision(service: Running, plan: Plan) -> Callable[[], int]:
    with service.graph() as graph:
        kinerja = sorted(row["id"] for row in graph.command("MATCH (k:Kinerja) RETURN k.id AS id"))
    chance = random.Random(plan.seed)
    wish = {
        "jenis": "tingkat",
        "subjek": chance.choice(kinerja),
        "isi": {"tingkat": chance.choice(LEVELS)},
        "alasan": f"Uji {plan.seed}",
    }
    return lambda: service.post("/api/keputusan", json=wish, headers={"If-Match": "*"})


def _backup(service: Running, plan: Plan) -> Callable[[], int]:
    return lambda: service.form("/cadangan")


ASKING: dict[Doing, Callable[[Running, Plan], Callable[[], int]]] = {
    "impor": _import,
    "keputusan": _decision,
    "cadangan": _backup,
}
