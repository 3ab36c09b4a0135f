"""The activity log in the store: the intent first, the number in the graph's commit, the graph as the truth."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from service import actor
from service.actor import Actor, acting_as
from service.config import Settings
from service.errors import GraphUnavailable, Invalid, ServerError
from service.graph import Graph, Tx
from service.server import Connection
from service.store import Store, activity, open_store
from service.store.tables import Kegiatan

PLANNER = Actor("perencana-dinas", "perencana", ("dinas-contoh",), "sesi", "127.0.0.1")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings)
    yield opened
    opened.close()


def rows(store: Store) -> list[tuple[object, ...]]:
    columns = (Kegiatan.nomor, Kegiatan.akun, Kegiatan.tindakan, Kegiatan.keadaan, Kegiatan.revisi, Kegiatan.pesan)
    with store.session() as session:
        return [tuple(row) for row in session.execute(select(*columns).order_by(Kegiatan.nomor))]


def write(graph: Graph, nama: str = "x") -> None:
    graph.writing(lambda tx: tx.raw.run("CREATE (:Ukuran {nama_baku: $nama})", nama=nama).consume())


def marks(graph: Graph) -> list[str]:
    found: list[str] = graph.read("meta/activity")[0]["kegiatan"]
    return found


def test_the_intent_is_written_before_the_work_and_completed_after_it(store: Store, graph: Graph) -> None:
    with acting_as(PLANNER), activity.recorded(store, "keputusan.level", "DCB-26-K001") as one:
        during = rows(store)
        write(graph)
        actor.note(unit="dinas-contoh", sebelum={"tingkat": "operasional"}, sesudah={"tingkat": "strategis"})
    assert during == [(one.nomor, "perencana-dinas", "keputusan.level", "mulai", None, "")]
    with store.session() as session:
        kept = session.scalars(select(Kegiatan)).one()
    told = (
        kept.subjek,
        kept.unit,
        json.loads(kept.sebelum),
        json.loads(kept.sesudah),
        kept.peran,
        kept.cara,
        kept.dari,
    )
    assert told == (
        "DCB-26-K001", "dinas-contoh", {"tingkat": "operasional"}, {"tingkat": "strategis"},
        "perencana", "sesi", "127.0.0.1",
    )  # fmt: skip
    assert (kept.keadaan, kept.revisi, marks(graph)) == ("selesai", 1, [f"{one.nomor}=1"])


def test_the_number_in_the_commit_is_no_content(store: Store, graph: Graph) -> None:
    write(graph)
    before = graph.content_hash()
    with activity.recorded(store, "x"):
        graph.writing(lambda tx: None)
    assert (graph.content_hash(), graph.revision()) == (before, 2)


def test_what_is_refused_is_kept_with_its_reason(store: Store, graph: Graph) -> None:
    with pytest.raises(Invalid), activity.recorded(store, "keputusan.level"):
        raise Invalid("Alasan harus 5 sampai 1000 huruf.")
    with activity.recorded(store, "register.change") as one:
        one.gagal = "Nama wajib diisi."
    with pytest.raises(ZeroDivisionError), activity.recorded(store, "x"):
        _ = 1 // 0
    with pytest.raises(KeyboardInterrupt), activity.recorded(store, "import"):
        raise KeyboardInterrupt
    assert [row[2:] for row in rows(store)] == [
        ("keputusan.level", "gagal", None, "Alasan harus 5 sampai 1000 huruf."),
        ("register.change", "gagal", None, "Nama wajib diisi."),
        ("x", "gagal", None, "Kesalahan program (ZeroDivisionError)."),
        ("import", "gagal", None, "Dihentikan sebelum selesai."),
    ]


def test_a_write_that_is_rolled_back_leaves_no_revision(store: Store, graph: Graph) -> None:
    def work(tx: Tx) -> None:
        tx.raw.run("CREATE (:Ukuran {nama_baku: 'y'})").consume()
        raise Invalid("Tidak jadi.")

    with pytest.raises(Invalid), activity.recorded(store, "x"):
        graph.writing(work)
    assert (rows(store)[0][3:5], marks(graph), graph.revision()) == (("gagal", None), [], 0)


def test_several_writes_of_one_activity_keep_the_last_revision(store: Store, graph: Graph) -> None:
    with activity.recorded(store, "import") as one:
        write(graph, "a")
        write(graph, "b")
    assert (rows(store)[0][4], marks(graph)) == (2, [f"{one.nomor}=2"])


def test_the_graph_remembers_the_last_256(store: Store, graph: Graph) -> None:
    graph.command("MATCH (m:Meta) SET m.kegiatan = [n IN range(1, 256) | toString(n) + '=' + toString(n)]")
    with activity.recorded(store, "x") as one:
        one.nomor = 1000
        write(graph)
    found = marks(graph)
    assert (len(found), found[0], found[-1]) == (256, "2=2", "1000=1")


# --- a process that dies in between


def killed(store: Store, one: actor.Doing) -> None:
    """As if the process that began `one` had been killed."""
    with store.session() as session:
        session.execute(update(Kegiatan).where(Kegiatan.nomor == one.nomor).values(proses="1@1.0"))


def test_an_open_intent_is_completed_from_the_graph(store: Store, graph: Graph) -> None:
    written, never = activity.begin(store, "import"), activity.begin(store, "import")
    with actor.at_work(written):
        write(graph)
    for one in (written, never):
        killed(store, one)
    assert activity.settle(store, graph) == 2
    assert [row[3:] for row in rows(store)] == [("selesai", 1, activity.FOUND), ("tidak jadi", None, activity.STOPPED)]
    assert activity.settle(store, graph) == 0


def test_what_another_process_is_doing_is_left_alone(store: Store, graph: Graph) -> None:
    one = activity.begin(store, "import")
    assert (activity.settle(store, graph), rows(store)[0][3]) == (0, "mulai")
    activity.finish(store, one)
    assert rows(store)[0][3] == "selesai"


def test_a_killed_command_leaves_an_intent_that_the_next_start_completes(
    store: Store, graph: Graph, settings: Settings
) -> None:
    """A real process, killed for real between its intent and its completion."""
    code = (
        "import os; from service.config import read_settings; from service.store import open_store, activity\n"
        "activity.begin(open_store(read_settings()), 'import'); os.kill(os.getpid(), 9)"
    )
    environ = {"KINERJA_DATA": str(settings.data), "PATH": ""}
    assert subprocess.run([sys.executable, "-c", code], env=environ, check=False).returncode == -9
    assert rows(store)[0][3] == "mulai"
    assert (activity.settle(store, graph), rows(store)[0][3]) == (1, "tidak jadi")


def lose_the_connection(store: Store, graph: Graph, *, arrived: bool) -> None:
    with activity.recorded(store, "x"):
        if arrived:
            write(graph)
        raise GraphUnavailable("Basis data tidak menjawab.")


@pytest.mark.parametrize(("arrived", "ends"), [(True, ("selesai", 1)), (False, ("tidak jadi", None))])
def test_a_connection_lost_at_the_commit_is_settled_by_the_graph(
    store: Store, graph: Graph, arrived: bool, ends: tuple[object, ...]
) -> None:
    with pytest.raises(GraphUnavailable):
        lose_the_connection(store, graph, arrived=arrived)
    assert rows(store)[0][3] == "mulai"
    activity.settle(store, graph)
    assert rows(store)[0][3:5] == ends


def test_a_new_store_beside_an_old_graph_goes_on_counting(store: Store, graph: Graph) -> None:
    graph.command("MATCH (m:Meta) SET m.kegiatan = ['41=7']")
    activity.settle(store, graph)
    with activity.recorded(store, "x") as one:
        pass
    assert (one.nomor, rows(store)[0]) == (43, (42, "sistem", activity.JOINED, "selesai", None, activity.LOST))


# --- append-only


CHANGES = {
    "another end": update(Kegiatan).values(keadaan="gagal"),
    "another author": update(Kegiatan).values(akun="lain"),
    "gone": delete(Kegiatan),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_complete_entry_is_never_changed(store: Store, what: str) -> None:
    with activity.recorded(store, "x"):
        pass
    before = rows(store)
    with pytest.raises(IntegrityError, match="catatan kegiatan tidak dapat"), store.session() as session:
        session.execute(CHANGES[what])
    assert rows(store) == before


@pytest.mark.parametrize("column", ["akun", "pada", "tindakan", "dari", "cara"])
def test_what_the_intent_said_stays(store: Store, column: str) -> None:
    activity.begin(store, "x", actor=PLANNER)
    with pytest.raises(IntegrityError), store.session() as session:
        session.execute(update(Kegiatan).values({column: "lain"}))


def test_replacing_a_row_is_no_way_round(store: Store) -> None:
    with activity.recorded(store, "x"):
        pass
    names = [column.name for column in Kegiatan.__table__.columns]
    other = ", ".join("'lain'" if name == "akun" else name for name in names)
    replacing = text(f"INSERT OR REPLACE INTO kegiatan ({', '.join(names)}) SELECT {other} FROM kegiatan")
    with pytest.raises(IntegrityError, match="tidak dapat diganti"), store.session() as session:
        session.execute(replacing)


def test_a_store_that_takes_nothing_more_makes_no_failure_of_what_is_done(store: Store, graph: Graph) -> None:
    with activity.recorded(store, "x") as one:
        write(graph)
        with store.engine.begin() as connection:
            connection.execute(text("ALTER TABLE kegiatan RENAME TO hilang"))
    with store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE hilang RENAME TO kegiatan"))
    assert rows(store)[0][3] == "mulai"
    killed(store, one)
    activity.settle(store, graph)
    assert rows(store)[0][3:5] == ("selesai", 1)


def until_full(store: Store, done: list[int]) -> None:
    for _ in range(200):  # the pages that are there already hold a few more
        with activity.recorded(store, "x" * 2000):
            done.append(1)


def test_without_room_for_the_intent_nothing_is_done(store: Store) -> None:
    done: list[int] = []
    with store.engine.begin() as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))
    with pytest.raises(ServerError):
        until_full(store, done)
    assert 0 < len(done) == len(rows(store)) < 200


# --- many at once


COMMAND = (
    "from pathlib import Path; from service.config import read_settings; from service.graph import Graph; import os\n"
    "from service.cli.recorded import recorded\n"
    "graph = Graph.connect(os.environ['AT'], os.environ['USERNAME'], os.environ['SECRET'])\n"
    "for n in range(6):\n"
    "    with recorded(read_settings(), 'import', f'berkas-{n}'):\n"
    "        graph.writing(lambda tx: None)\n"
)


def test_eight_threads_and_a_command_at_once_lose_nothing(
    store: Store, graph: Graph, settings: Settings, neo4j_server: Connection
) -> None:
    at = neo4j_server
    environ = {"KINERJA_DATA": str(settings.data), "AT": at.uri, "USERNAME": at.user, "SECRET": at.password}
    command = subprocess.Popen([sys.executable, "-c", COMMAND], env=environ)

    def work(number: int) -> list[int]:
        mine = []
        for n in range(6):
            who = Actor(f"orang-{number}", "bappeda", cara="sesi")
            with acting_as(who), activity.recorded(store, "x", f"{number}-{n}") as one:
                graph.writing(lambda tx: None)
            mine.append(one.revisi)
        return mine

    with ThreadPoolExecutor(8) as pool:
        made = [revision for some in pool.map(work, range(8)) for revision in some]
    assert command.wait(60) == 0
    with store.session() as session:
        kept = session.scalars(select(Kegiatan)).all()
    assert (len(kept), {row.keadaan for row in kept}) == (54, {"selesai"})
    assert sorted(row.revisi or 0 for row in kept) == list(range(1, 55))
    assert {row.revisi for row in kept if row.cara == "sesi"} == set(made)
    assert {row.subjek for row in kept if row.cara == "perintah"} == {f"berkas-{n}" for n in range(6)}
    assert set(marks(graph)) == {f"{row.nomor}={row.revisi}" for row in kept}
