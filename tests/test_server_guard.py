"""A service that runs for days: its database is killed under it, its log is cut by a full disk, and it comes back."""

from __future__ import annotations

import os
import signal
import time

from service.config import Settings
from service.errors import KinerjaError
from service.graph import Graph
from service.server import SILENT, kept_alive, stop, with_server
from service.server.conf import folders
from service.server.guard import died, guarded
from service.server.state import read_state
from tests.conftest import QUICK

PATIENCE = 60.0


def killed(settings: Settings) -> int:
    state = read_state(folders(settings))
    assert state
    os.kill(state.server.pid, signal.SIGKILL)
    while state.server.alive:
        time.sleep(0.05)
    return state.server.pid


def test_a_killed_database_comes_back_and_one_that_is_stopped_on_purpose_stays_down(settings: Settings) -> None:
    with with_server(settings, train=False, flags=QUICK) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        graph.command("CREATE (:Pemda {kode: 'kabupaten-contoh', nama: 'Kabupaten Contoh'})")
        content = graph.content_hash()
        with kept_alive(settings):
            before = killed(settings)
            until = time.monotonic() + PATIENCE
            while (state := read_state(folders(settings))) is None or not state.ready:
                assert time.monotonic() < until
                time.sleep(0.1)
            assert state.server.pid != before
            assert state.uri == at.uri
            assert len(state.living) == 1
            assert graph.content_hash() == content  # through the connection from before
            graph.close()
            assert stop(settings, force=True)
            assert not died(folders(settings))


def test_a_database_that_cannot_be_started_again_is_left_alone_after_three_tries(settings: Settings) -> None:
    where = folders(settings)
    where.root.mkdir(parents=True)
    where.state.write_text("{}", encoding="utf-8")  # speaks of a server that is gone
    tries: list[float] = []

    def fail() -> None:
        tries.append(time.monotonic())
        raise KinerjaError("Disk penuh.")

    with guarded(where, fail, SILENT, look=0.01):
        time.sleep(0.5)
    assert len(tries) == 3


def test_an_entry_that_a_full_disk_cut_does_not_keep_the_store_shut(settings: Settings) -> None:
    """Without `fail_on_corrupted_log_files=false` Neo4j runs, but its database stays down: "recovery not possible"."""
    with with_server(settings, train=False, flags=QUICK) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        log = max((folders(settings).home / "data" / "transactions" / "neo4j").glob("neostore.transaction.db.*"))
        before = log.stat().st_size
        graph.command("CREATE (:Pemda {kode: 'kabupaten-contoh', nama: $nama})", nama="Kabupaten Contoh " * 20)
        content = graph.content_hash()
        graph.close()
        killed(settings)
    entry = log.read_bytes()[before:]
    with log.open("ab") as cut:
        cut.write(entry[40:])  # an entry without its head
    with with_server(settings, train=False, flags=QUICK) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        assert graph.content_hash() == content
        graph.close()
