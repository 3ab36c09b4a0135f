"""Every attempt of `console_attacks.yml` through the whole console and a real mirror: each ends as its file says, and
nothing is changed by any of them: not the live graph, not the mirror, not its schema, its accounts or its settings.

TORTURE_CONSOLE=1 (`make torture`) adds the attempts that hold a core for seconds, and all attempts at every layer.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from service.config import read_settings
from service.console.asking import Cancelled, Console, End, Interrupted
from service.console.faults import StatementFault
from service.console.statement import Limits
from service.console.walls import TEXT_WALLS, Refused
from service.graph import Graph
from service.mirror import Mirror
from tests.attacks import Attack, attacks
from tests.conftest import emptied, environment

TORTURE = bool(os.environ.get("TORTURE_CONSOLE"))
LAYER_STEP = 1 if TORTURE else 6
"""Deeper layers are tried with every n-th attempt."""
LIMITS = Limits(baris=1_000, bita=2_000_000, detik=2.0)
SLOWEST_SECONDS = 2.0
"""Of an ordinary question to the live graph meanwhile; a busy machine included."""
TEXT = frozenset(wall.name for wall in TEXT_WALLS)
ATTACKS = [attack for attack in attacks() if TORTURE or not attack.slow]

STANDING = (
    "SHOW USERS YIELD user, passwordChangeRequired",
    "SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties",
    "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties",
    "SHOW DATABASES YIELD name, currentStatus, access",
    "SHOW SETTINGS YIELD name, value "
    "WHERE NOT (name STARTS WITH 'server.bolt' OR name STARTS WITH 'server.directories') RETURN name, value",
    "CALL db.labels()",
    "CALL db.relationshipTypes()",
    "CALL db.propertyKeys()",
)
"""What an attempt could have changed besides the content."""


@dataclass
class Field:
    """The live graph and its mirror."""

    graph: Graph
    mirror: Mirror
    waits: list[float] = field(default_factory=list)
    """Seconds of each ordinary question to the live graph meanwhile."""

    def standing(self) -> list[Any]:
        at = self.mirror.at()
        with closing(Graph.connect(at.uri, at.user, at.password, at.database)) as copy:
            return [_standing(self.graph), _standing(copy)]


def _standing(graph: Graph) -> list[Any]:
    said = [sorted(map(str, graph.command(text))) for text in STANDING]
    return [graph.content_hash(), graph.revision(), *said]


@pytest.fixture(scope="module")
def battle(shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Field]:
    settings = read_settings(environment(tmp_path_factory.mktemp("serangan") / "data", cache))
    emptied(shared_graph)
    nodes = [{"labels": ["Kinerja"], "isi": {"id": f"K{n}", "uraian": f"angka stunting turun {n}"}} for n in range(300)]
    shared_graph.write("backup/write_nodes", isi=[*nodes, {"labels": ["SKPD"], "isi": {"kode": "a", "nama": "Dinas"}}])
    shared_graph.command("MATCH (a:Kinerja), (b:Kinerja) WHERE (a.id + b.id) CONTAINS '7' MERGE (a)-[:CAUSES]->(b)")
    mirror = Mirror(shared_graph, settings)
    try:
        yield Field(shared_graph, mirror)
    finally:
        mirror.stop()


def end_of(console: Console, attack: Attack) -> str:
    """The wall that stopped it or cut it off; `salah`, or `aman`."""
    try:
        parts = list(console.start(attack.statement, "penyerang", LIMITS).parts())
    except Refused as fault:
        return fault.dinding
    except StatementFault:
        return "salah"
    except (Interrupted, Cancelled) as fault:
        return type(fault).__name__
    end = parts[-1]
    assert isinstance(end, End)
    return end.terpotong or ("sel" if end.sel_terpotong else "aman")


def through(battle: Field, off: frozenset[str], tried: list[Attack]) -> list[str]:
    """How each ended, with these walls off."""
    console = Console(battle.mirror, off | {"laju"})
    try:
        return [end_of(console, attack) for attack in tried]
    finally:
        console.close()


def unchanged(battle: Field, work: Callable[[], Any]) -> Any:
    """What `work` gives, while somebody goes on asking the live graph; everything stands as before."""
    before = battle.standing()
    over = threading.Event()
    asking = threading.Thread(target=_ask, args=(battle, over))
    asking.start()
    try:
        done = work()
    finally:
        over.set()
        asking.join()
    assert battle.standing() == before
    return done


def _ask(battle: Field, over: threading.Event) -> None:
    while not over.wait(0.05):
        began = time.monotonic()
        battle.graph.read("meta/revision")
        battle.waits.append(time.monotonic() - began)


def test_every_attempt_ends_as_its_file_says_and_changes_nothing(battle: Field) -> None:
    found = unchanged(battle, lambda: through(battle, frozenset(), ATTACKS))
    wrong = [(a.statement.teks[:100], end, a.ends) for a, end in zip(ATTACKS, found, strict=True)]
    assert [one for one in wrong if one[1] not in one[2]] == []


def test_without_the_walls_of_the_text_the_plan_stops_them(battle: Field) -> None:
    tried = [a for a in ATTACKS if {"jenis", "operator"} & set(a.alone)][::LAYER_STEP]
    found = unchanged(battle, lambda: through(battle, TEXT, tried))
    assert set(found) <= {"jenis", "operator"}


def test_without_the_walls_of_text_and_plan_neo4j_itself_refuses_to_write(battle: Field) -> None:
    tried = [a for a in ATTACKS if a.group.startswith("Menulis") and "jenis" in a.alone][::LAYER_STEP]
    found = unchanged(battle, lambda: through(battle, TEXT | {"jenis", "operator"}, tried))
    assert set(found) == {"baca"}


def test_files_and_addresses_are_refused_by_the_configuration_as_well(battle: Field) -> None:
    tried = [a for a in ATTACKS if a.group.startswith("Membaca") and "'file:" in a.statement.teks][::LAYER_STEP]
    found = unchanged(battle, lambda: through(battle, TEXT | {"jenis", "operator"}, tried))
    assert set(found) <= {"konfigurasi", "salah"}
    assert "konfigurasi" in found


def test_the_live_graph_answered_within_its_limits_all_through(battle: Field) -> None:
    assert len(battle.waits) > 20
    assert sorted(battle.waits)[len(battle.waits) * 95 // 100] < SLOWEST_SECONDS
