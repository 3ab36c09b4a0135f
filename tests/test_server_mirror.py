"""The mirror as it lives: filled, shared, killed, left behind, starved of disk; always on real servers.

One live server for all of these; the starts of the mirror are shared between sentences, since each costs three seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from service import schema
from service.backup import gate
from service.config import ROOT, Settings, read_settings
from service.errors import GraphUnavailable, KinerjaError, MirrorUnavailable, SettingError
from service.graph import Graph
from service.mirror import At, Mirror
from service.mirror.content import stand
from service.mirror.copying import _copy
from service.mirror.places import Places
from service.mirror.running import manner
from service.server import with_server
from service.server.conf import folders
from service.server.state import read_state
from tests.conftest import environment, on_tmpfs

EVERYTHING = (
    "MATCH (n) WHERE NOT n:Meta OPTIONAL MATCH (n)-[r]->(m) "
    "RETURN labels(n), properties(n), type(r), properties(r), m.id, m.kode"
)
REFUSED = "WriteOnReadOnlyAccessDatabase"
"""What Neo4j says of a write to a mirror."""

ASK_AND_WAIT = """
import sys
from service.config import read_settings
from service.graph import Graph
from service.mirror import Mirror
from service.server import with_server
settings = read_settings()
with with_server(settings, train=False) as at:
    mirror = Mirror(Graph.connect(at.uri, at.user, at.password, at.database), settings)
    with mirror.running():
        print(mirror.at().generasi, flush=True)
        sys.stdin.read()
"""
"""Another process of the same data folder that asks the mirror until its standard input is closed."""


@dataclass(frozen=True)
class Live:
    """The live graph of these tests and where it lies."""

    settings: Settings
    graph: Graph
    password: str
    uri: str


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Live]:
    """Stopped in order once: its indexes are on the disk, so a copy of it starts once, not twice."""
    settings = read_settings(environment(tmp_path_factory.mktemp("asli") / "data ruang é", cache))
    with (
        with_server(settings, train=False) as at,
        closing(Graph.connect(at.uri, at.user, at.password, at.database)) as graph,
    ):
        schema.ensure(graph)
        fill(graph)
    with (
        with_server(settings, train=False) as at,
        closing(Graph.connect(at.uri, at.user, at.password, at.database)) as graph,
    ):
        yield Live(settings, graph, at.password, at.uri)


def fill(graph: Graph) -> None:
    """Content with an edge, and what a refresh adds to it: a detected body and detected overlaps."""
    nodes = [{"labels": ["Kinerja"], "isi": {"id": f"K{n}", "uraian": f"angka stunting turun {n}"}} for n in range(300)]
    graph.write("backup/write_nodes", isi=nodes)
    graph.write("crosscut/write_bodies", badan=[{"kode": "polri", "nama": "Polri", "jenis": "vertikal"}])
    pairs = [{"a": f"K{n}", "b": f"K{n + 1}", "isi": {"skor": 0.5, "sidik": str(n)}} for n in range(100)]
    graph.deriving(lambda tx: tx.run("crosscut/write_candidates", pasangan=pairs))
    body = [{"a": "K1", "b": "polri", "isi": {"skor": 0.7, "sidik": "p"}}]
    graph.deriving(lambda tx: tx.run("crosscut/write_bodies_named", pasangan=body))


@pytest.fixture(scope="module")
def mirror(live: Live) -> Iterator[Mirror]:
    """One for the tests that follow each other; each leaves it running but for the last."""
    one = Mirror(live.graph, live.settings)
    yield one
    one.stop()


def connected(at: At) -> Graph:
    return Graph.connect(at.uri, at.user, at.password, at.database)


def same(at: At, graph: Graph) -> bool:
    """Everything, the detected overlaps included."""
    with closing(connected(at)) as copy:
        return sorted(map(str, copy.command(EVERYTHING))) == sorted(map(str, graph.command(EVERYTHING)))


def add(graph: Graph, key: str) -> None:
    graph.write("backup/write_nodes", isi=[{"labels": ["Kinerja"], "isi": {"id": key, "uraian": "baru"}}])


def until(true: Callable[[], Any], seconds: float = 180.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def servers(mirror: Mirror) -> int:
    return sum(read_state(slot) is not None for slot in mirror.places.slots)


# What is asked is a copy that nobody can write to


def test_the_first_question_starts_a_copy_that_neo4j_refuses_to_write_to(live: Live, mirror: Mirror) -> None:
    assert mirror.state().keadaan == "berhenti"
    at = mirror.at()
    assert (at.revisi, at.terkini, same(at, live.graph)) == (live.graph.revision(), True, True)
    assert (mirror.at(), mirror.at(fresh=True)) == (at, at)
    assert (mirror.state().keadaan, str(mirror.state())) == ("siap", f"siap, revisi {at.revisi}")
    assert at.password not in repr(at)
    with pytest.raises(GraphUnavailable, match="kata sandi"):
        Graph.connect(live.uri, at.user, at.password)
    with closing(connected(at)) as copy:
        for statement in ("CREATE (:Uji)", "CREATE INDEX uji FOR (n:Uji) ON (n.x)", "MATCH (n) DETACH DELETE n"):
            with pytest.raises(Exception, match=REFUSED):
                copy.command(statement)
        assert {row["state"] for row in copy.command("SHOW INDEXES YIELD name, state")} == {"ONLINE"}
        found = copy.command("CALL db.index.fulltext.queryNodes('cari_kalimat', 'stunting') YIELD node RETURN node.id")
        assert len(found) == 300

    # Killed, it is back from its own folder; the name of a process that is gone ends nobody.
    mirror.kill(at.generasi)
    back = mirror.at()
    assert (back.revisi, back.pada, back.generasi != at.generasi) == (at.revisi, at.pada, True)
    mirror.kill(at.generasi)
    assert mirror.at() == back


def process(live: Live) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ASK_AND_WAIT],
        cwd=ROOT,
        env=os.environ | environment(live.settings.data, live.settings.cache),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


# It follows the graph


def test_the_old_one_answers_until_the_new_one_is_ready_and_no_writer_is_refused(live: Live, mirror: Mirror) -> None:
    old = mirror.at(fresh=True)
    with mirror.running():
        shared_with_another_process_that_is_killed(live, mirror)
        gate_closed = gate.close(live.graph, "cadangan sedang dibuat", "uji", 60)
        assert gate_closed == old.revisi
        live.graph.uncounted("backup/open_gate", oleh="uji")
        add(live.graph, "S1")
        between = mirror.at()
        assert (between.generasi, between.terkini) == (old.generasi, False)
        over = threading.Event()
        faults: list[KinerjaError] = []
        writer = threading.Thread(target=write_without_pause, args=(live.graph, over, faults))
        writer.start()
        asked = live.graph.revision()
        new = mirror.at(fresh=True)
        over.set()
        writer.join()
        assert (new.revisi >= asked, faults) == (True, [])
        live.graph.command("CREATE INDEX uji FOR (n:Kinerja) ON (n.uji)")  # not on the disk yet: it is made in the copy
        add(live.graph, "S2")
        until(lambda: mirror.at().terkini and servers(mirror) == 1)  # followed by itself, and the old ones are gone
        assert same(mirror.at(), live.graph)
        with closing(connected(mirror.at())) as copy:
            (made,) = copy.command("SHOW INDEXES YIELD name, state WHERE name = 'uji' RETURN state")
            assert made["state"] == "ONLINE"
    assert servers(mirror) == 0  # the other process is gone, so this one was the last
    assert mirror.state().keadaan == "berhenti"


def shared_with_another_process_that_is_killed(live: Live, mirror: Mirror) -> None:
    """Its violent end leaves the mirror to the next."""
    at, other = mirror.at(), process(live)
    assert other.stdout
    assert other.stdout.readline().strip() == at.generasi
    assert mirror.at() == at
    state = read_state(mirror.places.current)
    assert state
    assert {user.pid for user in state.living} == {os.getpid(), other.pid}
    other.kill()
    other.wait()


def write_without_pause(graph: Graph, over: threading.Event, faults: list[KinerjaError]) -> None:
    number = 0
    while not over.is_set():
        number += 1
        try:
            add(graph, f"T{number}")
        except KinerjaError as fault:
            faults.append(fault)
        over.wait(0.3)


def test_what_moves_the_content_or_the_detected_overlaps_makes_a_copy_old(live: Live) -> None:
    seen = [stand(live.graph)]
    for change in (
        lambda: add(live.graph, "U1"),
        lambda: live.graph.deriving(lambda tx: tx.run("crosscut/sweep_bodies")),
        lambda: live.graph.uncounted("backup/write_counter", revisi=live.graph.revision(), kegiatan=[]),
    ):
        time.sleep(0.002)
        change()
        seen.append(stand(live.graph))
    assert len(set(seen)) == 4
    assert live.graph.holding(lambda tx: tx.revisi) == live.graph.revision()
    assert stand(live.graph) == seen[-1]


def test_an_external_server_is_copied_by_queries_while_a_backup_holds_the_gate(live: Live, tmp_path: Path) -> None:
    outside = replace(live.settings, data=tmp_path / "data", neo4j_uri=live.uri, neo4j_password=live.password)
    mirror = Mirror(live.graph, outside)
    with gate.closed(live.graph, "cadangan sedang dibuat"), mirror.running():
        at = mirror.at()
        assert (at.revisi, same(at, live.graph)) == (live.graph.revision(), True)
        with closing(connected(at)) as copy, pytest.raises(Exception, match=REFUSED):
            copy.command("CREATE (:Uji)")
        os.utime(mirror.places.mark, (1, 1))  # nobody has asked since 1970
        until(lambda: servers(mirror) == 0)
        until(lambda: mirror.state().keadaan == "berhenti")  # whoever stopped it lets the lock go a moment later


# The disk, the settings


def test_a_full_disk_is_told_and_harms_nothing(live: Live) -> None:
    mirror = Mirror(live.graph, live.settings)
    with on_tmpfs("size=2m") as disk:
        mirror.places = Places(disk / "cermin")
        with pytest.raises(MirrorUnavailable) as told:
            mirror.at()
        assert str(told.value).startswith("Cermin tidak dapat disiapkan. Disk untuk folder ")
        with pytest.raises(OSError, match="No space left"):
            _copy(folders(live.settings).home / "data", disk / "salinan")
        assert (servers(mirror), mirror.state().revisi) == (0, None)
    add(live.graph, "D1")  # nobody holds the writers up


def test_a_statement_may_take_a_fourth_of_its_heap(settings: Settings) -> None:
    told = manner(replace(settings, mirror_heap="1g"))
    assert (told.changed["db.memory.transaction.max"], told.changed["dbms.memory.transaction.total.max"]) == (
        "256m",
        "512m",
    )
    assert "server.databases.default_to_read_only" not in manner(settings, writable=True).changed


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("KINERJA_MIRROR_HEAP", "128m", "paling kecil 256m"),
        ("KINERJA_MIRROR_HEAP", "banyak", "tulis seperti 512m atau 2g"),
        ("KINERJA_MIRROR_IDLE", "0", r"harus angka 1 sampai 1440 \(menit\)"),
    ],
)
def test_a_setting_that_does_not_do_is_refused(name: str, value: str, why: str) -> None:
    with pytest.raises(SettingError, match=f"{name}='{value}' tidak dapat dipakai: {why}"):
        read_settings({name: value})
