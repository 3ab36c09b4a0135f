"""API tokens: made, shown once, limited, used under /api, revoked; the clock is the test's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from service.access import ADDRESSES, API_RIGHTS, ROLES
from service.activities import activities
from service.actor import Actor
from service.app import create_app
from service.config import Settings, read_settings
from service.errors import Conflict, Invalid, NotFound
from service.graph import Graph
from service.store import Store, accounts, lockout, open_store, sessions, tokens
from service.store.activity_rows import Wanted
from service.store.sessions import Browser
from service.store.tables import Kegiatan, Token
from service.web.token import WORDS
from tests.conftest import environment
from tests.every_route import UNIT

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
OWNER = "perencana-batumandi"


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings)
    accounts.add(opened, OWNER, "perencana", [UNIT])
    accounts.add(opened, "auditor-satu", "auditor")
    yield opened
    opened.close()


def make(store: Store, nama: str = "dasbor", cakupan: tuple[str, ...] = ("baca",), hari: int = 30) -> tuple[int, str]:
    card, secret = tokens.make(store, OWNER, nama, cakupan, hari, NOON)
    return card.id, secret


def acts(store: Store, secret: str, at: datetime = NOON) -> Actor | None:
    return tokens.find(store, secret, "10.0.0.1", at).actor


def test_it_acts_as_its_account_within_its_scope(store: Store) -> None:
    _, secret = make(store, cakupan=("putuskan", "baca"))
    assert acts(store, secret) == Actor(
        OWNER, "perencana", (UNIT,), "token", "10.0.0.1", frozenset({"baca", "putuskan"})
    )


def test_the_store_keeps_a_digest_and_the_first_letters_only(store: Store, settings: Settings) -> None:
    _, secret = make(store)
    assert re.fullmatch(r"kg_[\w-]{43}", secret)
    with store.session() as session:
        row = session.scalars(select(Token)).one()
    assert (row.awalan, row.sha256 != secret, len(row.sha256)) == (secret[:8], True, 64)
    store.close()
    files = [path.read_bytes() for path in Path(settings.data).iterdir() if path.is_file()]
    assert [secret.encode() in content or secret[8:].encode() in content for content in files] == [False] * len(files)


WRONG = {
    "no name": ({"nama": "  "}, "nama"),
    "a long name": ({"nama": "x" * 61}, "nama"),
    "a name that hides signs": ({"nama": "dasbor\u202e"}, "nama"),
    "no right": ({"cakupan": ()}, "cakupan"),
    "a right that the role has not": ({"cakupan": ("register",)}, "cakupan"),
    "a right that no address of the API asks for": ({"cakupan": ("pribadi",)}, "cakupan"),
    "no day": ({"hari": 0}, "hari"),
    "too many days": ({"hari": 366}, "hari"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_is_refused_by_field(store: Store, case: str) -> None:
    given, field = WRONG[case]
    with pytest.raises(Invalid) as refused:
        make(store, **given)  # type: ignore[arg-type]
    assert set(refused.value.fields) == {field}
    assert tokens.of_account(store, OWNER) == ()


def test_two_valid_tokens_have_two_names_and_there_is_an_end_to_them(store: Store) -> None:
    first, _ = make(store)
    with pytest.raises(Conflict, match="Sudah ada token bernama 'dasbor'"):
        make(store)
    tokens.revoke(store, OWNER, first, NOON)
    make(store)
    for n in range(tokens.MOST - 1):
        make(store, f"program-{n}")
    with pytest.raises(Conflict, match="sudah punya 20 token"):
        make(store, "satu lagi")


def test_it_ends_with_its_days_with_its_revocation_and_with_its_account(store: Store) -> None:
    key, secret = make(store)
    last = NOON + timedelta(days=30)
    assert [bool(acts(store, secret, at)) for at in (last - timedelta(seconds=1), last)] == [True, False]
    accounts.disable(store, OWNER)
    assert acts(store, secret) is None
    accounts.enable(store, OWNER)
    assert acts(store, secret) is not None
    tokens.revoke(store, OWNER, key, NOON)
    assert (acts(store, secret), tokens.find(store, secret, at=NOON).dikenal) == (None, True)
    assert tokens.find(store, "kg_ditebak", at=NOON).dikenal is False


def test_a_smaller_role_makes_a_smaller_token(store: Store) -> None:
    from service.access import may

    _, secret = make(store, cakupan=("baca", "putuskan"))
    accounts.change(store, OWNER, "pembaca", [], "")
    actor = acts(store, secret)
    assert actor is not None
    assert [may("baca", actor), may("putuskan", actor), actor.unit] == [True, False, ()]


def test_the_last_use_is_kept_by_the_minute(store: Store) -> None:
    _, secret = make(store)
    for seconds in (0, 59, 61):
        acts(store, secret, NOON + timedelta(seconds=seconds))
    assert tokens.of_account(store, OWNER, NOON)[0].terakhir_pada == "2026-11-24T12:01:01+00:00"


def test_nobody_revokes_the_token_of_another(store: Store) -> None:
    key, secret = make(store)
    with pytest.raises(NotFound):
        tokens.revoke(store, "auditor-satu", key)
    assert acts(store, secret) is not None


def test_what_can_be_offered_is_what_the_api_asks_for() -> None:
    asked = {right for endpoint, right in ADDRESSES.items() if endpoint.startswith("api.")}
    assert asked <= set(API_RIGHTS) == set(WORDS)
    assert {role: set(tokens.offered(role)) <= ROLES[role] for role in ROLES} == dict.fromkeys(ROLES, True)


# --- used


@pytest.fixture(scope="module")
def app(seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Flask:
    env = environment(tmp_path_factory.mktemp("tokens") / "data", cache)
    app = create_app(seeded, read_settings({**env, "KINERJA_ACCOUNTS": "ya"}))
    accounts.add(app.extensions["store"], OWNER, "perencana", [UNIT])
    return app


@pytest.fixture
def program(app: Flask) -> FlaskClient:
    """Signed in as nobody."""
    return app.test_client()


@pytest.fixture
def person(app: Flask) -> FlaskClient:
    """Signed in as the owner."""
    client = app.test_client()
    client.set_cookie("kinerja-sesi", sessions.begin(app.extensions["store"], OWNER, Browser("127.0.0.1")))
    return client


def secret_for(app: Flask, nama: str, *cakupan: str) -> str:
    return tokens.make(app.extensions["store"], OWNER, nama, cakupan, 30)[1]


def bearer(secret: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}", **more}


def test_a_program_reads_and_decides_without_cookie_form_token_or_origin(app: Flask, program: FlaskClient) -> None:
    headers = bearer(secret_for(app, "penuh", "baca", "putuskan"))
    assert program.get("/api/skpd", headers=headers).status_code == 200
    wish = {"jenis": "tingkat", "subjek": "tidak-ada", "isi": {}, "alasan": "Sesuai Tahap 3"}
    answer = program.post("/api/keputusan", json=wish, headers=headers | {"If-Match": "*"})
    assert (answer.status_code, answer.get_json()["detail"]) == (
        404, "Tidak ada kinerja atau dokumen dengan id tidak-ada.",
    )  # fmt: skip


def test_a_right_that_it_was_not_given_is_refused(app: Flask, program: FlaskClient) -> None:
    answer = program.post("/api/keputusan", json={}, headers=bearer(secret_for(app, "pembaca", "baca")))
    assert (answer.status_code, answer.get_json()["detail"]) == (
        403, "Akun Anda tidak berhak melakukan ini. Tidak ada yang diubah.",
    )  # fmt: skip


def test_a_token_opens_no_page(app: Flask, program: FlaskClient) -> None:
    headers = bearer(secret_for(app, "halaman", "baca"), Accept="application/json")
    for path in ("/", "/akun", "/akun/token"):
        answer = program.get(path, headers=headers)
        assert (answer.status_code, "hanya berlaku untuk alamat di bawah /api" in answer.text) == (401, True)


def test_an_old_token_is_told_and_never_locks_the_office_out(app: Flask, program: FlaskClient) -> None:
    store = app.extensions["store"]
    card, secret = tokens.make(store, OWNER, "lama", ("baca",), 30)
    tokens.revoke(store, OWNER, card.id)
    for _ in range(lockout.FREE["alamat"] + 5):
        answer = program.get("/api/skpd", headers=bearer(secret))
    assert (answer.status_code, answer.content_type) == (401, "application/problem+json; charset=utf-8")
    assert answer.get_json()["saran"] == "Buat token baru di halaman Akun."


def test_guessing_is_slowed_down_and_recorded(app: Flask, program: FlaskClient) -> None:
    at = {"REMOTE_ADDR": "10.9.9.9"}
    asked = [
        program.get("/api/skpd", headers=bearer("kg_tebakan"), environ_overrides=at).status_code for _ in range(21)
    ]
    assert asked == [401] * lockout.FREE["alamat"] + [429]
    found = activities(app.extensions["store"], app.extensions["graph"], Wanted(tindakan=("token.salah",)))
    assert (found.paging.total, found.isi[0].dari) == (lockout.FREE["alamat"], "10.9.9.9")
    assert "tebakan" not in str(found)


def sent(client: FlaskClient, path: str, **fields: object) -> TestResponse:
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/akun/token").text)
    assert token
    return client.post(path, data={"csrf": token[1], **fields})


def test_a_person_makes_one_sees_it_once_and_revokes_it(app: Flask, person: FlaskClient, program: FlaskClient) -> None:
    made = sent(person, "/akun/token", nama="peta", cakupan=["baca", "ekspor"], hari="90")
    assert made.status_code == 201
    secret = re.search(r"kg_[\w-]{43}", made.text)[0]  # type: ignore[index]
    assert program.get("/api/skpd", headers=bearer(secret)).status_code == 200
    page = person.get("/akun/token").text
    assert (secret in page, secret[:8] in page, "membaca semua isi pemda; mengunduh berkas" in page) == (
        False, True, True,
    )  # fmt: skip
    key = re.search(r"/akun/token/(\d+)/cabut", page)[1]  # type: ignore[index]
    assert sent(person, f"/akun/token/{key}/cabut").status_code == 303
    assert program.get("/api/skpd", headers=bearer(secret)).status_code == 401
    with app.extensions["store"].session() as session:
        log = [str(row.__dict__) for row in session.scalars(select(Kegiatan))]
    assert [secret[8:] in line for line in log] == [False] * len(log)


def test_a_form_that_cannot_be_accepted_comes_back_as_typed(person: FlaskClient) -> None:
    page = sent(person, "/akun/token", nama="Dasbor lantai dua", cakupan=["register"], hari="900")
    assert page.status_code == 422
    assert 'value="Dasbor lantai dua"' in page.text
    assert "pilih sekurangnya satu hak" in page.text
    assert "1 sampai 365" in page.text


def test_without_accounts_the_page_says_that_none_is_needed(
    seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path
) -> None:
    env = environment(tmp_path_factory.mktemp("alone") / "data", cache)
    assert "Tidak perlu token di sini" in create_app(seeded, read_settings(env)).test_client().get("/akun/token").text
