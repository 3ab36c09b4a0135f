"""Backups of the service: every night, tried, remembered; the oldest go; a page tells when the last one was made."""

from __future__ import annotations

import json
import re
import time as clock
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.backup import gate, keeping
from service.backup.keeping import NIGHT, Keeper, due, last_hour, prune, too_old
from service.backup.making import make
from service.backup.trying import PARTS, SCRATCH, WHOLE, sweep, try_out
from service.config import Settings, read_settings
from service.errors import KinerjaError, SettingError
from service.graph import Graph
from service.store import Store, backups, open_store
from service.store.backups import Record
from service.store.tables import Kegiatan
from tests.worksheet import bring, worksheet

HERE = datetime.now().astimezone().tzinfo
NIGHTS = Record(0, "", "", 10, "", 1, "", "selesai", "2026-11-24T02:00:09+08:00", WHOLE)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HERE)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings)
    yield opened
    opened.close()


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    return create_app(graph, settings).test_client()


def wait_for(client: FlaskClient) -> None:
    keeper: Keeper = client.application.extensions["backups"]
    deadline = clock.monotonic() + 60
    while keeper.since and clock.monotonic() < deadline:
        clock.sleep(0.05)
    assert keeper.since is None


# The hour


@pytest.mark.parametrize(
    ("now", "expected"),
    [(at(24, 1, 59), at(23, 2)), (at(24, 2), at(24, 2)), (at(24, 14), at(24, 2)), (at(24, 0), at(23, 2))],
)
def test_the_last_hour_is_today_or_yesterday(now: datetime, expected: datetime) -> None:
    assert last_hour(time(2), now) == expected


@pytest.mark.parametrize(
    ("began", "night", "now", "expected"),
    [
        ("started yesterday, nothing made yet", None, at(24, 2), True),
        ("started yesterday, the hour has not come", None, at(24, 1), False),
        ("tonight's was made", at(24, 2), at(24, 3), False),
        ("tonight's is to be made", at(23, 2), at(24, 2), True),
        ("off for a week", at(17, 2), at(24, 9), True),
    ],
)
def test_a_backup_is_due_once_a_night(
    store: Store, began: str, night: datetime | None, now: datetime, expected: bool
) -> None:
    if night:
        backups.record(store, replace(NIGHTS, pada=night.isoformat(), berkas=f"/x/{NIGHT}1.zip"))
    assert due(time(2), now, at(23, 12), store) is expected


def test_a_failed_night_and_one_made_by_hand_do_not_count(store: Store) -> None:
    backups.record(store, replace(NIGHTS, pada=at(24, 2).isoformat(), berkas="", keadaan="gagal"))
    backups.record(store, replace(NIGHTS, pada=at(24, 3).isoformat(), berkas="/x/kinerja-1.zip"))
    assert due(time(2), at(24, 4), at(23, 12), store) is True


def test_the_oldest_nights_go_but_never_the_last_that_was_tried(store: Store, settings: Settings) -> None:
    names = [f"{NIGHT}{n}.zip" for n in range(4)] + ["kinerja-sendiri.zip"]
    for n, name in enumerate(names):
        path = settings.data / name
        path.touch()
        tried = "2026" if n == 0 else None
        backups.record(store, replace(NIGHTS, berkas=str(path), diperiksa_pada=tried, pesan="x"))
    prune(replace(settings, backup_keep=2), store)
    left = {path.name for path in settings.data.glob("*.zip")}
    assert left == {names[0], names[2], names[3], names[4]}
    assert [r.pesan for r in backups.records(store)] == [
        *("x", "x", "x"),
        "Berkasnya sudah dihapus: 2 cadangan malam yang lebih baru disimpan.",
        "x",
    ]


@pytest.mark.parametrize(("days", "expected"), [(1, False), (2, False), (3, True)])
def test_an_old_backup_is_a_warning(days: int, expected: bool) -> None:
    made = replace(NIGHTS, pada=(at(24, 12) - timedelta(days=days)).isoformat())
    assert (too_old(made, at(24, 12)), too_old(None, at(24, 12))) == (expected, False)


@pytest.mark.parametrize(
    ("said", "expected"), [("02.00", time(2)), ("2:30", time(2, 30)), ("", None), ("23.59", time(23, 59))]
)
def test_the_hour_is_read(said: str, expected: time | None) -> None:
    assert read_settings({"KINERJA_BACKUP_AT": said}).backup_at == expected


@pytest.mark.parametrize("said", ["24.00", "2", "dua", "02.60"])
def test_an_hour_that_is_none_stops_the_start(said: str) -> None:
    with pytest.raises(SettingError, match=r"KINERJA_BACKUP_AT.*tulis seperti 02\.00"):
        read_settings({"KINERJA_BACKUP_AT": said})


# A night


def test_a_night_is_made_tried_on_a_server_of_its_own_and_remembered(
    graph: Graph, settings: Settings, store: Store
) -> None:
    bring(worksheet(), graph, settings)
    (settings.data / SCRATCH / "1@1.0@lama").mkdir(parents=True)  # of a process that was killed
    assert Keeper(graph, settings, store).night() is True
    made = backups.records(store)[0]
    assert (made.keadaan, made.pesan, made.sidik_isi) == ("selesai", WHOLE, graph.content_hash())
    assert made.diperiksa_pada
    assert Path(made.berkas).name.startswith(NIGHT)
    assert list((settings.data / SCRATCH).iterdir()) == []
    with store.session() as session:
        told = [(row.akun, row.tindakan, row.keadaan) for row in session.query(Kegiatan)]
    assert told == [("terjadwal", "cadangan", "selesai")]


def test_a_night_that_fails_says_why_and_the_gate_is_open(graph: Graph, settings: Settings, store: Store) -> None:
    settings.data.joinpath("berkas").touch()
    elsewhere = replace(settings, backup_dir=settings.data / "berkas" / "cadangan")
    assert Keeper(graph, elsewhere, store).night() is False
    assert [(r.keadaan, r.berkas, "tidak dapat ditulis ke" in r.pesan) for r in backups.records(store)] == [
        ("gagal", "", True)
    ]
    bring(worksheet(), graph, settings)


def test_without_a_server_to_try_on_the_parts_are_compared_and_that_is_said(
    graph: Graph, settings: Settings, store: Store, tmp_path: Path
) -> None:
    made = make(graph, store, settings, tmp_path / "satu.zip")
    trial = try_out(made.path, replace(settings, java="/tidak/ada/java"))
    assert (trial.penuh, trial.pesan) == (False, PARTS)


def test_a_damaged_archive_does_not_pass_the_trial(
    graph: Graph, settings: Settings, store: Store, tmp_path: Path
) -> None:
    made = make(graph, store, settings, tmp_path / "satu.zip")
    made.path.write_bytes(made.path.read_bytes()[:-9])
    with pytest.raises(KinerjaError, match="rusak atau terpotong"):
        try_out(made.path, replace(settings, java="/tidak/ada/java"))


def test_the_scratch_folder_of_a_living_process_is_left_alone(settings: Settings) -> None:
    from service.server.state import Process

    me = Process.me()
    mine = settings.data / SCRATCH / f"{me.pid}@{me.started}@x"
    mine.mkdir(parents=True)
    assert (sweep(settings), mine.exists()) == (0, True)


# The page


def test_without_a_backup_the_page_teaches(client: FlaskClient) -> None:
    page = client.get("/cadangan").get_data(as_text=True)
    assert "Belum ada cadangan" in page
    assert "Buat cadangan sekarang" in page
    assert "belum dinyalakan" in page


def test_a_backup_is_made_from_the_page_and_taken_away(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, graph: Graph
) -> None:
    monkeypatch.setattr(keeping, "try_out", lambda *_: (_ for _ in ()).throw(KinerjaError("tidak sama.", "")))
    token = csrf(client)
    assert client.post("/cadangan", data={"csrf": token}).status_code == 303
    wait_for(client)
    page = client.get("/cadangan").get_data(as_text=True)
    assert "Percobaan pemulihan gagal: tidak sama." in page  # made, but not to be relied on, and that is said
    answer = client.post("/cadangan/1/unduh", data={"csrf": token})
    assert (answer.status_code, answer.data[:2], answer.mimetype) == (200, b"PK", "application/zip")
    store: Store = client.application.extensions["store"]
    with store.session() as session:
        told = [(row.tindakan, row.keadaan) for row in session.query(Kegiatan)]
    assert told == [("cadangan.make", "selesai"), ("cadangan", "selesai"), ("cadangan.download", "selesai")]
    assert json.loads(rows_of(store)[-1])["sha256"] == backups.records(store)[0].sha256


def rows_of(store: Store) -> list[str]:
    with store.session() as session:
        return [row.sesudah for row in session.query(Kegiatan)]


def csrf(client: FlaskClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/cadangan").get_data(as_text=True))
    assert found
    return found[1]


def test_while_one_is_made_the_page_says_so(client: FlaskClient) -> None:
    keeper: Keeper = client.application.extensions["backups"]
    keeper.since = at(24, 9, 30)
    page = client.get("/cadangan").get_data(as_text=True)
    assert "sedang dibuat" in page
    assert "pukul 09.30.00" in page
    assert "Buat cadangan sekarang" not in page


def test_a_last_backup_of_three_days_ago_is_a_warning(client: FlaskClient) -> None:
    store: Store = client.application.extensions["store"]
    made = (datetime.now().astimezone() - timedelta(days=3, hours=1)).isoformat(timespec="seconds")
    backups.record(store, replace(NIGHTS, pada=made, berkas="/tidak/ada.zip"))
    page = client.get("/cadangan").get_data(as_text=True)
    assert "Cadangan terakhir sudah 3 hari" in page
    assert "tidak ada lagi" in page
    answer = client.post("/cadangan/1/unduh", data={"csrf": csrf(client)})
    assert answer.status_code == 404


def test_writers_are_told_on_a_page_and_by_the_api_that_writing_is_paused(client: FlaskClient, graph: Graph) -> None:
    with gate.closed(graph, "cadangan sedang dibuat"):
        answer = client.post("/api/register/mitra", json={"isi": {"nama": "Polsek Contoh", "jenis": "polri"}})
    told = answer.get_json()
    assert (answer.status_code, answer.headers["Retry-After"], told["title"]) == (503, "5", "Penulisan dijeda")
    assert told["detail"] == "Penulisan dijeda: cadangan sedang dibuat. Tidak ada yang diubah."
    again = client.post("/api/register/mitra", json={"isi": {"nama": "Polsek Contoh", "jenis": "polri"}})
    assert again.status_code == 201
