"""The table of roles, walked: every address, asked as every role and signed out, is allowed or refused as it says."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import access
from service.access import ADDRESSES, LABELS, ROLES, Right, may, may_write, require, require_unit
from service.actor import LOCAL, NOBODY, Actor, acting_as
from service.app import create_app
from service.config import read_settings
from service.errors import Forbidden
from service.graph import Graph
from service.store import accounts, sessions
from service.store.sessions import Browser
from tests.conftest import environment
from tests.every_route import UNIT, addresses

STRANGER = "belum masuk"
ROLE_REFUSED = "tidak berhak"
FORM_REFUSED = "Formulir ini sudah tidak berlaku"
"""Whoever may send a form is stopped by its missing token, so that the walk changes nothing."""

QUICK = {"GET": "OPTIONS", "POST": "POST"}
"""The gate asks the same of OPTIONS as of GET, and the page is not made; `test_routes` opens every page."""


@pytest.fixture(scope="module")
def app(seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: object) -> Flask:
    env = environment(tmp_path_factory.mktemp("access") / "data", cache)  # type: ignore[arg-type]
    app = create_app(seeded, read_settings({**env, "KINERJA_ACCOUNTS": "ya"}))
    for role in ROLES:
        accounts.add(app.extensions["store"], f"satu-{role}", role, [UNIT])
    return app


def client_as(app: Flask, who: str) -> FlaskClient:
    client = app.test_client()
    if who != STRANGER:
        secret = sessions.begin(app.extensions["store"], f"satu-{who}", Browser("127.0.0.1"))
        client.set_cookie("kinerja-sesi", secret)
    return client


def verdict(answer: TestResponse) -> str:
    """`boleh`, `ditolak` (the role may not), or `masuk dulu`."""
    if answer.status_code == 401 or (answer.status_code in (302, 303) and answer.location.startswith("/masuk")):
        return "masuk dulu"
    if answer.status_code == 403 and ROLE_REFUSED in answer.text:
        return "ditolak"
    if answer.status_code == 403:
        assert FORM_REFUSED in answer.text, answer.text
    return "boleh"


def expected(who: str, right: Right) -> str:
    if who == STRANGER:
        return "boleh" if right == "masuk" else "masuk dulu"
    return "boleh" if right in ROLES[who] else "ditolak"  # type: ignore[index]


@pytest.mark.parametrize("who", [*ROLES, STRANGER])
def test_every_address_answers_this_role_as_the_table_says(app: Flask, seeded: Graph, who: str) -> None:
    client, before = client_as(app, who), seeded.revision()
    asked = {}
    for method in ("GET", "POST"):
        for rule, path in addresses(app, seeded, method):
            body = {"json": {}} if rule.rule.startswith("/api/") and method == "POST" else {}
            asks = method if who == STRANGER else QUICK[method]
            told = verdict(client.open(path, method=asks, **body))  # type: ignore[arg-type]
            asked[f"{method} {rule.endpoint}"] = (told, expected(who, ADDRESSES[rule.endpoint]))
    assert {name: told for name, (told, wanted) in asked.items() if told != wanted} == {}
    assert seeded.revision() == before
    print(f"{who}: {len(asked)} checks")


def test_every_address_has_its_right_and_every_right_an_address(app: Flask) -> None:
    assert set(ADDRESSES) == {rule.endpoint for rule in app.url_map.iter_rules()}
    assert set(ADDRESSES.values()) <= set().union(*ROLES.values())


@pytest.mark.parametrize("who", [*ROLES, STRANGER])
def test_an_address_without_an_entry_is_refused(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, who: str
) -> None:
    monkeypatch.delitem(ADDRESSES, "tentang.page")
    answer = client_as(app, who).get("/tentang")
    assert answer.status_code == 403
    assert "belum punya aturan hak akses" in answer.text
    assert "tentang.page has no right in service/access.py" in caplog.text


def test_in_single_user_mode_everything_is_open_without_signing_in(
    seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: object
) -> None:
    env = environment(tmp_path_factory.mktemp("alone") / "data", cache)  # type: ignore[arg-type]
    client = create_app(seeded, read_settings(env)).test_client()
    paths = ("/", "/impor", "/register/skpd", "/keputusan", "/api/skpd")
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)
    assert "mode lokal" in client.get("/").text
    assert "Keluar" not in client.get("/").text


def test_a_reader_is_told_who_could_do_it(app: Flask) -> None:
    page = client_as(app, "pembaca").get("/impor")
    assert page.status_code == 403
    assert f"Yang berhak: {LABELS['administrator']}, {LABELS['bappeda']}, {LABELS['perencana']}." in page.text


def test_what_is_not_there_is_told_to_a_stranger_as_to_anybody(app: Flask) -> None:
    assert [client_as(app, who).get("/tidak-ada").status_code for who in (STRANGER, "pembaca")] == [404, 404]


RIGHTS_OF_UNITS = [
    (LOCAL, True, True),
    (NOBODY, False, False),
    (Actor("a", "bappeda"), True, True),
    (Actor("a", "perencana", ("satu",)), True, False),
    (Actor("a", "perencana"), False, False),
    (Actor("a", "auditor", ("satu",)), False, False),
    (Actor("a", "pembaca", ("satu",)), False, False),
]


@pytest.mark.parametrize(("actor", "own", "other"), RIGHTS_OF_UNITS)
def test_who_writes_for_which_unit(actor: Actor, own: bool, other: bool) -> None:
    assert (may_write("satu", actor), may_write("dua", actor)) == (own, other)


def test_a_refusal_for_a_unit_names_it_and_who_can_help() -> None:
    with acting_as(Actor("a", "perencana", ("satu",))), pytest.raises(Forbidden) as refused:
        require_unit("dua", "Dinas Dua")
    assert refused.value.message == "Akun Anda tidak menulis untuk Dinas Dua. Tidak ada yang diubah."


def test_a_token_does_no_more_than_its_scope() -> None:
    token = Actor("a", "administrator", cara="token", cakupan=frozenset({"baca"}))
    assert [may("masuk", token), may("baca", token), may("impor", token)] == [True, True, False]
    with acting_as(token), pytest.raises(Forbidden):
        require("impor")


def test_every_role_has_its_name_and_its_explanation() -> None:
    from service.web.akun_semua import EXPLAINED

    assert set(EXPLAINED) == set(LABELS) == set(ROLES)
    assert all(rights >= access.READING for rights in ROLES.values())
