"""Signing in and out, links, the own account and everybody's, as a browser sends them."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
import waitress
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, create_engine, select, text
from werkzeug.test import TestResponse

from service.app import create_app
from service.cli.run import _behind_proxy, _invite_first
from service.config import Settings, read_settings
from service.graph import Graph
from service.store import Store, accounts, sessions
from service.store.tables import Kegiatan
from tests.people import OTHER, WORDS, quick_hashes

__all__ = ["quick_hashes"]
pytestmark = pytest.mark.usefixtures("quick_hashes")

TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
PUBLIC = "https://kinerja.contoh.go.id"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, accounts=True)


@pytest.fixture
def app(shared_graph: Graph, settings: Settings) -> Flask:
    return create_app(shared_graph, settings)


@pytest.fixture
def store(app: Flask) -> Store:
    """With an administrator and a reader in it."""
    found: Store = app.extensions["store"]
    accounts.add(found, "admin", "administrator", sandi=WORDS)
    accounts.add(found, "pembaca", "pembaca", sandi=WORDS)
    return found


@pytest.fixture
def client(app: Flask, store: Store) -> FlaskClient:
    return app.test_client()


def token(client: FlaskClient, path: str = "/masuk") -> str:
    found = TOKEN.search(client.get(path).text)
    assert found
    return found[1]


def send(client: FlaskClient, path: str, form: str = "/masuk", **fields: object) -> TestResponse:
    return client.post(path, data={"csrf": token(client, form), **fields})


def sign_in(client: FlaskClient, nama: str = "admin", sandi: str = WORDS, **fields: str) -> TestResponse:
    return send(client, "/masuk", nama=nama, sandi=sandi, **fields)


def cookies(answer: TestResponse) -> dict[str, set[str]]:
    """Name -> attributes of every cookie that an answer sets."""
    told = [cookie.split("; ") for cookie in answer.headers.getlist("Set-Cookie")]
    return {first.split("=")[0]: set(rest) for first, *rest in told}


def log(store: Store) -> list[dict[str, object]]:
    """Everything that stands in the activity log, newest first."""
    with store.session() as session:
        rows = session.execute(select(Kegiatan.__table__).order_by(Kegiatan.nomor.desc()))
        return [dict(row._mapping) for row in rows]


# Signing in


def test_a_page_is_shown_after_signing_in_as_it_was_asked_for(client: FlaskClient) -> None:
    asked = client.get("/cari?q=keuangan+desa")
    assert (asked.status_code, asked.location) == (302, "/masuk?kembali=/cari?q%3Dkeuangan%2Bdesa")
    form = client.get(asked.location).text
    assert 'name="kembali" value="/cari?q=keuangan+desa"' in form
    done = sign_in(client, kembali="/cari?q=keuangan+desa")
    assert (done.status_code, done.location) == (303, "/cari?q=keuangan+desa")
    page = client.get(done.location)
    assert page.status_code == 200
    assert "admin" in page.text
    assert "Keluar" in page.text
    assert client.get("/masuk").location == "/"


@pytest.mark.parametrize(
    "wish", ["//contoh.invalid", "https://contoh.invalid", "/\\contoh.invalid", "contoh", "/\n/x", ""]
)
def test_signing_in_never_leads_to_another_site(client: FlaskClient, wish: str) -> None:
    assert sign_in(client, kembali=wish).location == "/"


def test_a_wrong_password_keeps_the_handle_and_says_one_sentence(client: FlaskClient) -> None:
    told = [sign_in(client, nama, sandi) for nama, sandi in (("admin", "salah"), ("tidak-ada", "salah"))]
    assert [answer.status_code for answer in told] == [401, 401]
    texts = [re.sub(r'value="[^"]*"', "", answer.text) for answer in told]
    assert texts[0] == texts[1]
    assert "Nama akun dan kata sandi itu tidak cocok." in texts[0]
    assert 'value="admin"' in told[0].text
    assert "kinerja-sesi" not in cookies(told[0])


def test_too_many_failures_are_told_with_the_time_to_wait(client: FlaskClient) -> None:
    for _ in range(5):
        sign_in(client, sandi="salah")
    locked = sign_in(client)
    assert locked.status_code == 429
    assert 20 <= int(locked.headers["Retry-After"]) <= 30
    assert re.search(r"Coba lagi setelah \d+ detik", locked.text)


def test_the_cookie_is_for_this_site_only_and_not_for_scripts(client: FlaskClient) -> None:
    told = cookies(sign_in(client))
    assert told["kinerja-sesi"] >= {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604800"}
    assert "Secure" not in told["kinerja-sesi"]  # plain http on loopback


def test_a_session_that_was_planted_beforehand_is_not_the_one_that_counts(client: FlaskClient, store: Store) -> None:
    client.set_cookie("kinerja-sesi", "ditanam-orang-lain")
    before = token(client)
    done = client.post("/masuk", data={"csrf": before, "nama": "admin", "sandi": WORDS})
    fresh = client.get_cookie("kinerja-sesi")
    assert done.status_code == 303
    assert fresh is not None
    assert fresh.value != "ditanam-orang-lain"
    assert sessions.whose(store, "ditanam-orang-lain") is None
    assert client.post("/keluar", data={"csrf": before}).status_code == 403  # form tokens from before are void, too


def test_a_sign_in_form_without_its_token_is_refused(client: FlaskClient) -> None:
    refused = client.post("/masuk", data={"nama": "admin", "sandi": WORDS})
    assert refused.status_code == 403
    assert client.get("/").location == "/masuk"


def test_signing_out_ends_the_session_in_the_store_too(client: FlaskClient, store: Store) -> None:
    sign_in(client)
    kept = client.get_cookie("kinerja-sesi")
    assert kept is not None
    assert client.get("/keluar").status_code == 405
    done = send(client, "/keluar", "/akun")
    assert (done.status_code, done.location) == (303, "/masuk")
    assert "Anda sudah keluar." in client.get("/masuk").text
    client.set_cookie("kinerja-sesi", kept.value)
    assert client.get("/").location == "/masuk"


def test_a_form_that_comes_after_the_session_ended_says_what_became_of_it(client: FlaskClient, store: Store) -> None:
    sign_in(client)
    csrf = token(client, "/akun")
    accounts.set_password(store, "admin", OTHER)
    done = client.post("/akun/sandi", data={"csrf": csrf}, headers={"Referer": "http://localhost/akun"})
    assert (done.status_code, done.location) == (303, "/masuk?kembali=/akun")
    assert "Yang baru saja dikirim tidak disimpan" in client.get(done.location).text


def test_a_script_and_a_program_are_told_instead_of_sent_elsewhere(client: FlaskClient) -> None:
    aside = client.get("/tentang", headers={"Sec-Fetch-Mode": "cors"})
    api = client.get("/api/skpd")
    assert (aside.status_code, aside.mimetype) == (401, "text/html")
    assert (api.status_code, api.mimetype, api.headers["WWW-Authenticate"]) == (
        401,
        "application/problem+json",
        "Bearer",
    )
    assert (api.json or {})["title"] == "Perlu masuk"


def test_the_activity_log_knows_who_signed_in_and_no_password(client: FlaskClient, store: Store) -> None:
    sign_in(client, nama=WORDS, sandi="salah")  # typed into the wrong field
    sign_in(client, sandi="salah")
    sign_in(client)
    rows = [one for one in log(store) if one["tindakan"] == "masuk.enter"]
    assert [(one["akun"], one["subjek"], one["keadaan"], one["cara"], one["dari"]) for one in rows] == [
        ("admin", "admin", "selesai", "sesi", "127.0.0.1"),
        ("", "admin", "gagal", "sesi", "127.0.0.1"),
        ("", "nama yang tidak dikenal", "gagal", "sesi", "127.0.0.1"),
    ]
    assert WORDS not in repr(rows)


STRANGERS_FORMS = {"/keluar": "leave", "/undangan/tidak-ada": "accept", "/masuk": "enter"}
"""Address -> what a stranger may send there as often as somebody likes."""


@pytest.mark.parametrize("path", STRANGERS_FORMS)
def test_a_stranger_does_not_fill_the_activity_log(client: FlaskClient, store: Store, path: str) -> None:
    for _ in range(5):
        sign_in(client, sandi="salah")
    before = log(store)
    statuses = {send(client, path, nama="admin", sandi=WORDS).status_code for _ in range(3)}
    assert (log(store), statuses) == (before, {{"leave": 303, "accept": 404, "enter": 429}[STRANGERS_FORMS[path]]})


@pytest.mark.parametrize(("path", "status"), [("/masuk", 413), ("/impor", 303)])
def test_what_a_stranger_sends_is_a_form_and_no_document(client: FlaskClient, path: str, status: int) -> None:
    assert send(client, path, nama="x" * 70_000).status_code == status


def test_signing_in_again_ends_the_session_that_the_browser_held(client: FlaskClient, store: Store) -> None:
    csrf = token(client)
    client.post("/masuk", data={"csrf": csrf, "nama": "admin", "sandi": WORDS})
    first = client.get_cookie("kinerja-sesi")
    client.post("/masuk", data={"csrf": token(client, "/akun"), "nama": "pembaca", "sandi": WORDS})
    assert first is not None
    assert sessions.whose(store, first.value) is None
    assert "pembaca" in client.get("/akun").text
    assert [(one["akun"], one["keadaan"]) for one in log(store)] == [("pembaca", "selesai"), ("admin", "selesai")]


def test_a_fault_is_logged_without_the_secret_of_the_address(
    app: Flask, client: FlaskClient, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    with store.session() as session:
        session.execute(text("DROP TABLE undangan"))
    assert client.get("/undangan/kunci-rahasia").status_code >= 500
    assert "/undangan/<rahasia>" in caplog.text
    assert "kunci-rahasia" not in "".join(record.getMessage() for record in caplog.records)


# Links


def test_the_first_start_prints_a_link_that_makes_the_first_administrator(
    app: Flask, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    store, client = app.extensions["store"], app.test_client()
    assert "Belum ada administrator." in client.get("/masuk").text
    _invite_first(store, settings)
    printed = re.search(r"http://127\.0\.0\.1:8000(/undangan/\S+)", capsys.readouterr().err)
    assert printed
    path = printed[1]
    both = {"sandi": WORDS, "ulang": WORDS}
    wrong = send(client, path, path, nama="admin", sandi=WORDS, ulang=OTHER)
    assert (wrong.status_code, "Berbeda dengan yang di atas." in wrong.text) == (422, True)
    done = send(client, path, path, nama="admin", sebutan="Admin Bappeda", **both)
    assert (done.status_code, done.location) == (303, "/")
    assert "Anda masuk sebagai admin." in client.get("/").text
    assert client.get(path).status_code == 404
    assert "Tautan ini tidak berlaku" in app.test_client().get(path).text
    _invite_first(store, settings)
    assert capsys.readouterr().err == ""
    assert path.rpartition("/")[2] not in repr(log(store))


def test_an_administrator_adds_an_account_whose_owner_sets_the_password(
    app: Flask, client: FlaskClient, store: Store
) -> None:
    sign_in(client)
    made = send(client, "/akun/semua/_tambah", "/akun", nama="Auditor-Satu", peran="auditor", sebutan="Inspektorat")
    assert made.status_code == 201
    link = re.search(r"http://localhost(/undangan/[\w-]{43})<", made.text)
    assert link
    owner = app.test_client()
    assert "auditor-satu" in owner.get(link[1]).text
    assert send(owner, link[1], link[1], sandi=OTHER, ulang=OTHER).status_code == 303
    assert owner.get("/akun").status_code == 200
    assert "Inspektorat" in client.get("/akun/semua?cari=auditor").text


# Accounts


def test_what_an_administrator_typed_wrong_stays_and_is_explained(client: FlaskClient) -> None:
    sign_in(client)
    bad = send(client, "/akun/semua/_tambah", "/akun", nama="x", peran="pembaca", sebutan="Meja depan")
    taken = send(client, "/akun/semua/_tambah", "/akun", nama="pembaca", peran="pembaca")
    assert (bad.status_code, taken.status_code) == (422, 409)
    assert 'value="Meja depan"' in bad.text
    assert "3 sampai 32 huruf" in bad.text
    assert "Nama akun pembaca sudah dipakai." in taken.text


def test_an_administrator_changes_disables_and_brings_back(client: FlaskClient, store: Store) -> None:
    sign_in(client)
    seen = accounts.find(store, "pembaca").versi
    fields = {"peran": "analis", "sebutan": "Meja data"}
    assert send(client, "/akun/semua/pembaca", "/akun", berdasar=seen, **fields).status_code == 303
    stale = send(client, "/akun/semua/pembaca", "/akun", berdasar=seen, peran="auditor")
    assert (stale.status_code, "peran: analis; sebutan: Meja data" in stale.text) == (409, True)
    assert send(client, "/akun/semua/pembaca", "/akun", peran="auditor").status_code == 409  # does not say what it saw
    send(client, "/akun/semua/pembaca/nonaktifkan", "/akun")
    assert accounts.find(store, "pembaca").aktif is False
    page = client.get("/akun/semua/pembaca").text
    assert 'action="/akun/semua/pembaca/aktifkan"' in page
    assert "Urungkan" in page
    send(client, "/akun/semua/pembaca/aktifkan", "/akun")
    assert (accounts.find(store, "pembaca").aktif, accounts.find(store, "pembaca").peran) == (True, "analis")


def test_a_planner_is_given_no_unit_that_the_register_does_not_know(client: FlaskClient, store: Store) -> None:
    sign_in(client)
    wish = {"nama": "perencana-tiga", "peran": "perencana", "unit": "tidak-ada"}
    refused = send(client, "/akun/semua/_tambah", "/akun", **wish)
    assert (refused.status_code, "tidak ada di register: tidak-ada" in refused.text) == (422, True)
    assert [one.nama for one in accounts.some(store).akun] == ["admin", "pembaca"]


def test_the_last_administrator_is_told_why_not(client: FlaskClient) -> None:
    sign_in(client)
    refused = send(client, "/akun/semua/admin/nonaktifkan", "/akun")
    own_link = send(client, "/akun/semua/admin/tautan", "/akun")
    assert (refused.status_code, "Ini administrator terakhir" in refused.text) == (409, True)
    assert (own_link.status_code, "Ini akun Anda sendiri." in own_link.text) == (409, True)
    assert client.get("/").status_code == 200


def test_an_owner_changes_the_password_and_ends_other_sessions(app: Flask, client: FlaskClient, store: Store) -> None:
    other = app.test_client()
    sign_in(other, "pembaca")
    sign_in(client, "pembaca")
    both = {"sandi": OTHER, "ulang": OTHER}
    refused = [
        send(client, "/akun/sandi", "/akun", lama="salah", **both),
        send(client, "/akun/sandi", "/akun", lama=WORDS, sandi=OTHER, ulang=WORDS),
        send(client, "/akun/sandi", "/akun", lama=WORDS, sandi="pembaca12345", ulang="pembaca12345"),
    ]
    assert [answer.status_code for answer in refused] == [422, 422, 422]
    assert other.get("/").status_code == 200
    done = send(client, "/akun/sandi", "/akun", lama=WORDS, **both)
    assert done.status_code == 303
    assert (client.get("/akun").status_code, other.get("/").status_code) == (200, 302)
    sign_in(other, "pembaca", OTHER)
    mine = client.get("/akun").text
    ends = re.findall(r'action="(/akun/sesi/[0-9a-f]+/akhiri)"', mine)
    assert len(ends) == 1
    send(client, ends[0], "/akun")
    assert (client.get("/akun").status_code, other.get("/").status_code) == (200, 302)
    sign_in(other, "pembaca", OTHER)
    assert "1 sesi lain diakhiri." in client.get(send(client, "/akun/sesi/akhiri-lainnya", "/akun").location).text
    assert other.get("/").status_code == 302


def test_without_accounts_the_page_says_how_to_have_them(shared_graph: Graph, settings: Settings) -> None:
    alone = create_app(shared_graph, replace(settings, accounts=False)).test_client()
    assert "KINERJA_ACCOUNTS=ya make run" in alone.get("/akun").text
    places = [alone.get(path).location for path in ("/masuk", "/akun/semua", "/undangan/x")]
    assert places == ["/", "/akun", "/"]


# Health, and the public address


def test_the_health_check_says_one_word_to_anybody(client: FlaskClient, store: Store, app: Flask) -> None:
    answer = client.get("/sehat")
    assert (answer.status_code, answer.json, cookies(answer)) == (200, {"keadaan": "sehat"}, {})
    app.extensions["store"] = Store(_no_database())
    sick = client.get("/sehat")
    assert (sick.status_code, sick.json) == (503, {"keadaan": "tidak menjawab"})


def _no_database() -> Engine:
    return create_engine("sqlite:////tidak/ada/aplikasi.db")


@pytest.fixture
def public(shared_graph: Graph, settings: Settings) -> FlaskClient:
    app = create_app(shared_graph, replace(settings, url=PUBLIC))
    accounts.add(app.extensions["store"], "admin", "administrator", sandi=WORDS)
    return app.test_client()


def test_over_https_every_cookie_is_locked_to_this_host(public: FlaskClient) -> None:
    form = public.get("/masuk", base_url=PUBLIC)
    found = TOKEN.search(form.text)
    assert found
    done = public.post("/masuk", base_url=PUBLIC, data={"csrf": found[1], "nama": "admin", "sandi": WORDS})
    told = cookies(form) | cookies(done)
    assert set(told) == {"__Host-kinerja", "__Host-kinerja-sesi"}
    assert all(one >= {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} for one in told.values())
    assert not any(part.startswith("Domain") for one in told.values() for part in one)
    assert form.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert public.get("/", base_url=PUBLIC).status_code == 200


REFUSED = [
    ("http://kinerja.contoh.go.id", "/masuk", "tidak sampai ke layanan lewat HTTPS"),
    ("https://lain.contoh.go.id", "/masuk", "bukan alamat layanan ini"),
    ("https://kinerja.contoh.go.id:8443", "/masuk", "bukan alamat layanan ini"),
    ("http://127.0.0.1:8000", "/masuk", "bukan alamat layanan ini"),
    ("http://127.0.0.1:8000", "/static/css/frame.css", "bukan alamat layanan ini"),
]


@pytest.mark.parametrize(("base", "path", "reason"), REFUSED)
def test_only_the_public_address_over_https_is_served(public: FlaskClient, base: str, path: str, reason: str) -> None:
    answer = public.get(path, base_url=base)
    assert (answer.status_code, reason in answer.text) == (403, True)
    assert "Impor" not in answer.text  # told as to a stranger


def test_the_machine_itself_may_ask_for_the_health_without_the_proxy(public: FlaskClient) -> None:
    assert public.get("/sehat", base_url="http://127.0.0.1:8000").status_code == 200


def test_a_form_from_the_plain_http_page_of_the_same_name_is_foreign(public: FlaskClient) -> None:
    answer = public.post("/masuk", base_url=PUBLIC, headers={"Origin": "http://kinerja.contoh.go.id"})
    assert "datang dari situs lain" in answer.text


@pytest.fixture(params=["127.0.0.1", "10.9.9.9"], ids=["proxy believed", "another one"])
def listening(request: pytest.FixtureRequest, shared_graph: Graph, settings: Settings) -> Iterator[tuple[int, str]]:
    """The port of the real web server behind a proxy at 127.0.0.1, and the address of the proxy that it believes."""
    behind = replace(settings, url=PUBLIC, proxy=request.param)
    server = waitress.create_server(create_app(shared_graph, behind), host="127.0.0.1", port=0, **_behind_proxy(behind))
    thread = threading.Thread(target=_until_closed, args=(server,), daemon=True)
    thread.start()
    yield server.effective_port, request.param
    server.close()
    thread.join(5)


def _until_closed(server: Any) -> None:
    with suppress(OSError):  # it is closed under its feet when the test is over
        server.run()


def test_the_web_server_believes_only_its_proxy(listening: tuple[int, str]) -> None:
    port, believed = listening
    connection = http.client.HTTPConnection("127.0.0.1", port)
    sent = {"Host": "kinerja.contoh.go.id", "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
    connection.request("GET", "/masuk", headers=sent)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    if believed == "127.0.0.1":
        assert (answer.status, "Kata sandi" in text) == (200, True)
    else:
        assert (answer.status, "KINERJA_PROXY" in text) == (403, True)


SETTINGS = [
    ({}, (False, "", "http://127.0.0.1:8000")),
    ({"KINERJA_ACCOUNTS": "tidak"}, (False, "", "http://127.0.0.1:8000")),
    ({"KINERJA_ACCOUNTS": "YA", "KINERJA_HOST": "::1"}, (True, "", "http://[::1]:8000")),
    ({"KINERJA_URL": "https://Kinerja.contoh.go.id:443/"}, (True, PUBLIC, PUBLIC)),
    (
        {"KINERJA_HOST": "0.0.0.0", "KINERJA_URL": "https://k.go.id:8443"},
        (True, "https://k.go.id:8443", "https://k.go.id:8443"),
    ),
]


@pytest.mark.parametrize(("env", "wanted"), SETTINGS)
def test_who_can_reach_the_service_decides_whether_there_are_accounts(
    env: dict[str, str], wanted: tuple[object, ...]
) -> None:
    settings = read_settings(env)
    assert (settings.accounts, settings.url, settings.address) == wanted
