"""Killed in the middle, cut off, out of disk: whole or nothing, and it goes on. `make torture` does it 500 times."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from service import schema
from service.backup.making import folder_for, make
from service.config import Settings
from service.decisions import decide
from service.errors import GraphUnavailable, ServerError
from service.graph import Graph
from service.replay import export_log, replay
from service.server import Connection
from service.store import Store, open_store
from service.store.activity import recorded
from tests.conftest import KINERJA, environment, on_tmpfs
from tests.faults.running import Running, Victim, running
from tests.faults.trial import Doing, Plan, fault, no_pieces
from tests.worksheet import WATER, bring, ids, worksheet


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, cache: object) -> Iterator[Running]:
    """One service, killed by one test after the other."""
    with running(tmp_path_factory.mktemp("layanan") / "data", cache) as one:  # type: ignore[arg-type]
        yield one


THREE: tuple[tuple[Doing, Victim], ...] = (("impor", "layanan"), ("keputusan", "neo4j"), ("cadangan", "layanan"))
"""Whatever is done and whatever is killed, once; `make torture` kills in every combination."""


@pytest.mark.parametrize(("doing", "victim"), THREE)
def test_a_kill_leaves_it_whole_or_undone(service: Running, graph: Graph, doing: Doing, victim: Victim) -> None:
    fault(service, graph, Plan.of(20261124, doing, victim))


def test_after_all_that_no_piece_of_a_backup_lies_about(service: Running) -> None:
    if service.settings.backup_dir.is_dir():
        service.stop()
        folder_for(service.settings.backup_dir / "satu.zip")
        assert no_pieces(service) == []


# A restore that is killed


def test_a_killed_restore_can_be_repeated(
    graph: Graph, settings: Settings, neo4j_server: Connection, tmp_path: Path
) -> None:
    """Killed at the first word of filling the graph; it opens for nobody, and the same command again finishes it."""
    bring(worksheet(), graph, settings)
    store = open_store(settings)
    made = make(graph, store, settings, tmp_path / "satu.zip")
    store.close()
    graph.command("MATCH (n) DETACH DELETE n")
    new = environment(tmp_path / "baru", settings.cache)
    at = {f"NEO4J_{name.upper()}": getattr(neo4j_server, name) for name in ("uri", "user", "password", "database")}
    command = [KINERJA, "restore", str(made.path), "--yes"]
    first = subprocess.Popen(command, env=os.environ | new | at, stderr=subprocess.PIPE, text=True)
    assert first.stderr
    for line in first.stderr:
        if line.startswith("Memulihkan graf"):
            first.kill()
            break
    first.wait()
    if graph.read("backup/gate")[0]["oleh"]:  # else it was quicker than the kill
        with pytest.raises(ServerError, match="terputus"):
            schema.ensure(graph)
        again = subprocess.run(command, env=os.environ | new | at, capture_output=True, text=True, check=False)
        assert again.returncode == 0, again.stderr
        assert "Pemulihan sebelumnya terputus" in again.stderr
    assert graph.content_hash() == made.manifest.sidik_isi
    schema.ensure(graph)


# A lost connection


@dataclass
class Wire:
    """A wire to Neo4j that is cut once, after so many bytes have gone to it; who calls again gets through."""

    target: tuple[str, int]
    until: int
    """Bytes towards the server before the cut; a negative number: never."""
    sent: int = 0
    door: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.door.getsockname()[1]}"

    def lay(self) -> None:
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.door.accept()
                far = socket.create_connection(self.target)
                for one, other, counted in ((near, far, True), (far, near, False)):
                    threading.Thread(target=self._carry, args=(one, other, counted), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                self.sent += len(data) if counted else 0
                if 0 <= self.until < self.sent:
                    self.until = -1
                    break
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("share", [0.5, 0.99, 1.0])
def test_a_wire_that_is_cut_leaves_an_import_whole_or_undone(
    graph: Graph, settings: Settings, neo4j_server: Connection, share: float
) -> None:
    bring(worksheet(), graph, settings)
    before, log = graph.content_hash(), export_log(graph)
    port = int(neo4j_server.uri.rpartition(":")[2])
    wire = Wire(("127.0.0.1", port), -1)
    wire.lay()
    far = Graph.connect(wire.uri, neo4j_server.user, neo4j_server.password, neo4j_server.database)
    start = wire.sent
    bring(worksheet(WATER[:-1]), far, settings)  # once whole, to know how long it is
    length, after = wire.sent - start, export_log(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)

    wire.until = wire.sent + int(length * share)
    with suppress(GraphUnavailable):
        bring(worksheet(WATER[:-1]), far, settings)
    wire.until = -1
    far.close()
    found = export_log(graph)
    if len(found.keputusan) == len(log.keputusan):
        assert graph.content_hash() == before
    else:
        assert len(found.keputusan) == len(after.keputusan)
    bring(worksheet(WATER[:-1]), graph, settings)  # the same again
    assert len(export_log(graph).keputusan) == len(after.keputusan)


# A full disk


def test_without_room_for_the_intent_nothing_is_done(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    before = graph.content_hash()
    with on_tmpfs("size=4m") as disk:
        small = replace(settings, data=disk / "data")
        store = open_store(small)
        full = disk / "penuh"
        with suppress(OSError), full.open("wb") as file:
            while True:
                file.write(b"x" * 4096)
                file.flush()
        with pytest.raises(ServerError, match="Periksa ruang"):
            _work(graph, store)
        assert graph.content_hash() == before
        full.unlink()
        _work(graph, store)
        store.close()
    assert len(export_log(graph).keputusan) == 2


def _work(graph: Graph, store: Store) -> None:
    """What takes the last free pages, and then a decision."""
    for _ in range(50):
        with recorded(store, "keputusan.level", "x" * 2000):
            pass
    with recorded(store, "keputusan.level"):
        decide(graph, "tingkat", ids(graph)[WATER[4].uraian], {"tingkat": "taktikal immediate"}, "Sesuai rapat")
