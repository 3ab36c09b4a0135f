"""The console's routes: a stream line by line, faults at the door and on the way, history, saved questions, files, the
run log. Walls, worker and pages are real; the run's own server stands in the place of the mirror (`console_here`)."""

from __future__ import annotations

import csv
import http.client
import io
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import waitress
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.app import create_app
from service.config import read_settings
from service.graph import Graph
from service.server import Connection
from service.store import accounts, runs, sessions
from service.store.runs import Wanted
from service.store.sessions import Browser
from service.web import konsol_minta
from tests.conftest import environment
from tests.console_here import console_here

PEOPLE = ("admin", "administrator"), ("analis-satu", "analis"), ("analis-dua", "analis"), ("baca", "pembaca")
TWO = "UNWIND [1, 2] AS n RETURN n, 'a' + n AS teks"
SAVED = {"nama": "Dua angka", "keterangan": "", "teks": TWO, "parameter": [], "bersama": False}
SLOW = {
    "teks": "UNWIND $a AS x UNWIND $a AS y RETURN x, y, reduce(s = 0, i IN $a | s + i) AS s",
    "parameter": {"a": list(range(3_000))},
    "batas": 100_000,
}
"""Millions of rows, each a fraction of a millisecond."""
ENDLESS = {
    "teks": "UNWIND $a AS x UNWIND $a AS y UNWIND $a AS z RETURN count(*) AS n",
    "parameter": {"a": list(range(5_000))},
}


@pytest.fixture(scope="module")
def app(
    seeded: Graph, neo4j_server: Connection, tmp_path_factory: pytest.TempPathFactory, cache: object
) -> Iterator[Flask]:
    env = environment(tmp_path_factory.mktemp("console") / "data", cache)  # type: ignore[arg-type]
    app = create_app(seeded, read_settings({**env, "KINERJA_ACCOUNTS": "ya"}))
    app.config["WTF_CSRF_ENABLED"] = False  # test_routes asks every form for its token
    for name, role in PEOPLE:
        accounts.add(app.extensions["store"], name, role, [])
    with console_here(app, neo4j_server, seeded):
        yield app


def client_as(app: Flask, who: str) -> FlaskClient:
    client = app.test_client()
    client.set_cookie("kinerja-sesi", sessions.begin(app.extensions["store"], who, Browser("127.0.0.1")))
    return client


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return client_as(app, "analis-satu")


def lines(client: FlaskClient, teks: str, **more: Any) -> list[dict[str, Any]]:
    answer = client.post("/konsol/jalan", json={"teks": teks, **more})
    assert (answer.status_code, answer.mimetype) == (200, "application/x-ndjson")
    return [json.loads(line) for line in answer.text.splitlines() if line]


def last_run(app: Flask) -> runs.Ran:
    (one,), _ = runs.some(app.extensions["store"], Wanted(), 0, 1)
    return one


def test_an_answer_comes_line_by_line_and_stands_in_the_log(app: Flask, client: FlaskClient, seeded: Graph) -> None:
    asked, head, *rows, end = lines(client, "UNWIND $n AS n RETURN n AS angka, 'a' AS teks", parameter={"n": [1, 2]})
    assert (set(asked), [row for some in rows for row in some["baris"]]) == ({"jalan"}, [[1, "a"], [2, "a"]])
    assert head == {
        "kepala": {
            "kolom": ["angka", "teks"],
            "revisi": seeded.revision(),
            "pada": "2026-11-24T09:00:00+00:00",
            "terkini": True,
            "pemberitahuan": [],
        }
    }
    told = end["akhir"]
    assert (told["baris"], told["terpotong"], told["sel_terpotong"]) == (2, None, 0)
    one = last_run(app)
    assert (one.akun, one.peran, one.cara, one.parameter) == ("analis-satu", "analis", "sesi", {"n": [1, 2]})
    assert (one.keadaan, one.baris, one.ms, one.revisi) == ("selesai", 2, told["ms"], seeded.revision())


def test_an_answer_that_reaches_its_rows_is_cut_and_says_so(app: Flask, client: FlaskClient) -> None:
    *_, end = lines(client, "UNWIND range(1, 50) AS n RETURN n", batas=7)
    assert (end["akhir"]["baris"], end["akhir"]["terpotong"]) == (7, "baris")
    assert (last_run(app).keadaan, last_run(app).dinding) == ("terpotong", "baris")


REFUSED = (
    ("CREATE (n:Kinerja) RETURN n", "klausa", 1, 1),
    ("MATCH (n)\nDETACH DELETE n", "klausa", 2, 1),
    ("RETURN 1; RETURN 2", "tunggal", 1, 9),
)


def test_what_a_wall_of_the_text_turns_away_is_a_problem_and_stands_in_the_log(app: Flask, client: FlaskClient) -> None:
    for teks, dinding, baris, kolom in REFUSED:
        answer = client.post("/konsol/jalan", json={"teks": teks})
        told = answer.get_json()
        assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
        assert (told["ditolak"], told["dinding"], told["baris"], told["kolom"]) == (True, dinding, baris, kolom), teks
        assert told["pesan"] == told["detail"]
        one = last_run(app)
        assert (one.teks, one.keadaan, one.dinding, one.pesan) == (teks, "ditolak", dinding, told["pesan"])


def test_a_wrong_statement_says_where(app: Flask, client: FlaskClient) -> None:
    *_, last = lines(client, "MATCH (k:Kinerja)\nRETURN k.id ODER BY k.id")
    galat = last["galat"]
    assert (galat["ditolak"], galat["dinding"], galat["baris"]) == (False, None, 2)
    assert (galat["potongan"].splitlines()[0], galat["pesan"] == last_run(app).pesan) == (
        "RETURN k.id ODER BY k.id",
        True,
    )
    assert last_run(app).keadaan == "salah"


def test_what_is_no_question_is_told_by_field(client: FlaskClient) -> None:
    wrong = ({"teks": ""}, {"teks": "RETURN 1", "batas": 100_001}, {"teks": "RETURN 1", "lain": 1}, {})
    told = [client.post("/konsol/jalan", json=one).get_json()["isian"] for one in wrong]
    assert told == [
        {"teks": "paling sedikit 1 huruf"},
        {"batas": "paling besar 100000"},
        {"lain": "tidak dikenal"},
        {"teks": "wajib diisi"},
    ]
    assert client.post("/konsol/jalan", data={"teks": "RETURN 1"}).status_code == 415
    nan = client.post(
        "/konsol/jalan", data='{"teks": "RETURN $a", "parameter": {"a": NaN}}', content_type="application/json"
    )
    assert nan.status_code == 422


def test_a_question_without_a_place_is_asked_to_come_again(app: Flask, client: FlaskClient) -> None:
    taken = [konsol_minta.take_place() for _ in range(konsol_minta.PLACES)]
    try:
        page, api = (client.post(path, json={"teks": TWO}) for path in ("/konsol/jalan", "/api/konsol"))
    finally:
        for give_back in (*taken, *taken):
            give_back()
    assert [(one.status_code, one.headers["Retry-After"], one.get_json()["dinding"]) for one in (page, api)] == [
        (503, "5", "slot")
    ] * 2
    assert lines(client, TWO)[-1]["akhir"]["baris"] == 2


def test_who_asks_too_often_is_asked_to_wait(app: Flask) -> None:
    pace = app.extensions["console"].pace
    client = client_as(app, "analis-dua")
    while not pace.wait_for("analis-dua"):
        pass
    answer = client.post("/konsol/jalan", json={"teks": TWO})
    assert (answer.status_code, answer.headers["Retry-After"], answer.get_json()["dinding"]) == (429, "5", "laju")
    pace._buckets.clear()


def test_the_api_gives_the_same_answer_whole(app: Flask, client: FlaskClient, seeded: Graph) -> None:
    told = client.post("/api/konsol", json={"teks": TWO, "batas": 1}).get_json()
    assert told == {
        "kolom": ["n", "teks"],
        "baris": [[1, "a1"]],
        "terpotong": True,
        "dipotong_karena": "baris",
        "revisi": seeded.revision(),
        "pada": "2026-11-24T09:00:00+00:00",
        "terkini": True,
        "ms": told["ms"],
        "pemberitahuan": [],
        "sel_terpotong": 0,
    }
    refused = client.post("/api/konsol", json={"teks": "MATCH (n) DELETE n"})
    wrong = client.post("/api/konsol", json={"teks": "RETURN x"})
    assert (refused.status_code, refused.get_json()["ditolak"], refused.get_json()["dinding"]) == (422, True, "klausa")
    assert (wrong.status_code, wrong.get_json()["ditolak"], wrong.get_json()["kolom"]) == (400, False, 8)


def test_files_hold_all_rows_under_a_name_with_date_and_revision(client: FlaskClient, seeded: Graph) -> None:
    sent = {"teks": "UNWIND range(1, 1500) AS n RETURN n, '=1+1' AS teks", "parameter": "{}"}
    text, book, whole = (client.post(f"/konsol/unduh/{form}", data=sent) for form in ("csv", "xlsx", "json"))
    rows = list(csv.reader(io.StringIO(text.data.decode("utf-8-sig"))))
    assert (rows[:2], len(rows)) == ([["n", "teks"], ["1", "'=1+1"]], 1501)
    sheet = load_workbook(io.BytesIO(book.data), read_only=True).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows(min_row=2, max_row=2))] == [1, "=1+1"]
    assert (whole.get_json()["kolom"], len(whole.get_json()["baris"])) == (["n", "teks"], 1500)
    names = [one.headers["Content-Disposition"].rpartition("=")[2] for one in (text, book, whole)]
    today = time.strftime("%Y-%m-%d")
    assert names == [f"konsol-{today}-revisi-{seeded.revision()}.{form}" for form in ("csv", "xlsx", "json")]


def test_a_file_of_a_refused_question_is_not_sent(client: FlaskClient) -> None:
    refused = client.post("/konsol/unduh/csv", data={"teks": "MATCH (n) DELETE n", "parameter": "{}"})
    unread = client.post("/konsol/unduh/csv", data={"teks": TWO, "parameter": "[1"})
    other = client.post("/konsol/unduh/exe", data={"teks": TWO})
    assert [one.status_code for one in (refused, unread, other)] == [422, 422, 404]
    assert "tidak diizinkan" in refused.text


def test_own_history_is_ones_own(app: Flask, client: FlaskClient) -> None:
    lines(client, "RETURN 'milik satu' AS x")
    lines(client_as(app, "admin"), "RETURN 'milik admin' AS x")
    told = client.get("/konsol/riwayat.json").get_json()
    assert told["isi"][0] == {
        "nomor": last_run(app).nomor - 1,
        "pada": told["isi"][0]["pada"],
        "teks": "RETURN 'milik satu' AS x",
        "parameter": {},
        "ms": told["isi"][0]["ms"],
        "baris": 1,
        "keadaan": "selesai",
        "dinding": "",
    }
    assert "milik admin" not in json.dumps(told)


def test_the_run_log_is_for_administrators_and_narrowed_down(app: Flask, client: FlaskClient) -> None:
    client.post("/konsol/jalan", json={"teks": "MATCH (n) DELETE n // jejak"})
    admin = client_as(app, "admin")
    page = admin.get("/konsol/catatan?akun=analis-satu&dinding=klausa")
    rows = list(csv.reader(io.StringIO(admin.get("/konsol/catatan.csv?dinding=klausa").data.decode("utf-8-sig"))))
    assert (page.status_code, "jejak" in page.text) == (200, True)
    assert rows[0][:3] + rows[0][5:9] == ["nomor", "waktu", "akun", "teks", "parameter", "keadaan", "dinding"]
    assert {(row[2], row[7], row[8]) for row in rows[1:]} == {("analis-satu", "ditolak", "klausa")}
    assert [admin.get(f"/konsol/catatan?{q}").status_code for q in ("dari=kemarin", "keadaan=x")] == [422, 422]
    assert [client.get(path).status_code for path in ("/konsol/catatan", "/konsol/catatan.csv")] == [403, 403]


def test_saved_questions_go_their_whole_way(app: Flask, client: FlaskClient) -> None:
    other = client_as(app, "analis-dua")
    one = client.post("/konsol/simpanan", json=SAVED)
    made = one.get_json()
    path = f"/konsol/simpanan/{made['nomor']}"
    assert (one.status_code, made["revisi"], made["milik"], made["oleh"]) == (201, 1, True, "analis-satu")
    assert (client.get(path).status_code, other.get(path).status_code) == (200, 404)
    shared = client.post(path, json={**SAVED, "bersama": True, "revisi": 1}).get_json()
    stale = client.post(path, json={**SAVED, "revisi": 1})
    assert (shared["revisi"], stale.status_code, stale.get_json()["sekarang"]) == (2, 409, "2")
    assert [(s["nama"], s["milik"]) for s in other.get("/konsol/simpanan.json").get_json()["isi"]] == [
        ("Dua angka", False)
    ]
    assert other.post(f"{path}/hapus", json={"revisi": 2}).status_code == 403
    gone = client.post(f"{path}/hapus", json={"revisi": 2}).get_json()
    assert (gone, client.get("/konsol/simpanan.json").get_json()) == (
        {"nomor": made["nomor"], "revisi": 3},
        {"isi": []},
    )
    assert client.post(f"{path}/pulihkan", json={}).get_json()["nama"] == "Dua angka"
    assert client.post("/konsol/simpanan", json={**SAVED, "nama": ""}).get_json()["isian"] == {
        "nama": "1 sampai 120 huruf yang tampak"
    }


def test_a_question_of_the_repository_is_open_to_every_reader_but_the_console_is_not(app: Flask) -> None:
    reader = client_as(app, "baca")
    base = "/konsol/pertanyaan/tingkat-berbeda-antar-tahap"
    answer = reader.get(f"{base}/jalan?unit=kecamatan-batumandi&tahun=2022")
    told = [json.loads(line) for line in answer.text.splitlines() if line]
    assert (told[-1]["akhir"]["baris"], sum(len(one.get("baris", ())) for one in told)) == (15, 15)
    wrong = [json.loads(one) for one in reader.get(f"{base}/jalan?tahun=dua").text.splitlines() if one]
    assert set(wrong[-1]["galat"]["isian"]) == {"tahun"}
    assert reader.get(f"{base}/unduh/csv").status_code == 200
    assert [reader.get(path).status_code for path in ("/konsol/pertanyaan", base, "/konsol/pilihan/unit")] == [200] * 3
    assert [reader.get(path).status_code for path in ("/konsol", "/konsol/riwayat.json", "/konsol/skema.json")] == [
        403
    ] * 3
    assert reader.post("/konsol/unduh/csv", data={"teks": TWO}).status_code == 403


def test_an_address_fills_the_editor_and_runs(client: FlaskClient) -> None:
    page = client.get("/konsol?teks=RETURN+%24a&p.a=%22x%22&p.n=3&p.kata=biasa").text
    for part in ("RETURN $a", "&#34;jalankan&#34;: true", "&#34;n&#34;: 3", "&#34;kata&#34;: &#34;biasa&#34;"):
        assert part in page


@contextmanager
def served(app: Flask) -> Iterator[int]:
    """The application behind the web server of the product; its port."""
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server.effective_port
    finally:
        server.close()
        thread.join(5)


def test_rows_arrive_while_the_rest_is_counted_and_nobody_counts_for_who_went_away(app: Flask) -> None:
    secret = sessions.begin(app.extensions["store"], "admin", Browser("127.0.0.1"))
    headers = {"Content-Type": "application/json", "Cookie": f"kinerja-sesi={secret}"}
    with served(app) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("POST", "/konsol/jalan", json.dumps(SLOW), headers)
        answer = connection.getresponse()
        seen = next(line for line in iter(answer.readline, b"") if line.startswith(b'{"baris"'))
        assert (json.loads(seen)["baris"][0][:2], last_run(app).keadaan) == ([0, 0], "berjalan")
        answer.close()
        connection.close()
        deadline = time.monotonic() + 8
        while last_run(app).keadaan == "berjalan" and time.monotonic() < deadline:
            time.sleep(0.1)
    assert (last_run(app).keadaan, last_run(app).akun) == ("dibatalkan", "admin")


def test_a_question_is_cancelled_by_its_owner_only(app: Flask) -> None:
    client, other = client_as(app, "admin"), client_as(app, "analis-dua")
    answer = client.post("/konsol/jalan", json=ENDLESS, buffered=False)
    parts = iter(answer.response)
    run = json.loads(next(parts))["jalan"]
    assert other.post(f"/konsol/batal/{run}", json={}).status_code == 204
    assert next(parts) == b"\n"
    assert client.post(f"/konsol/batal/{run}", json={}).status_code == 204
    told = [json.loads(line) for line in parts if line.strip()]
    answer.close()
    assert (told[-1]["galat"]["pesan"], last_run(app).keadaan) == ("Pertanyaan dibatalkan.", "dibatalkan")
