"""`kinerja people`: accounts by hand, with the graph at hand and without it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.config import Settings
from service.graph import Graph
from service.server import Connection
from service.store import Store, accounts, invitations, open_store, sessions
from service.store.sessions import Browser
from service.store.signing_in import sign_in
from tests.people import WORDS, quick_hashes

__all__ = ["quick_hashes"]
pytestmark = pytest.mark.usefixtures("quick_hashes")

Run = Callable[..., Result]
HERE = Browser("10.0.0.1")


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("add", …)` in a data folder of its own, where no database runs."""
    monkeypatch.setenv("KINERJA_DATA", str(settings.data))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    return lambda *words, typed="": CliRunner().invoke(main, ["people", *map(str, words)], input=typed)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings)
    yield opened
    opened.close()


def told(result: Result, exit_code: int = 0) -> dict[str, Any]:
    """The one JSON object on standard output."""
    assert result.exit_code == exit_code, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_an_account_is_added_and_its_link_sets_the_password(run: Run, store: Store) -> None:
    made = told(run("add", "Auditor-Satu", "--role", "auditor", "--sebutan", "Inspektorat", "--json"))
    assert made["akun"] | {"dibuat_pada": ""} == {
        "nama": "auditor-satu",
        "sebutan": "Inspektorat",
        "peran": "auditor",
        "unit": [],
        "aktif": True,
        "bersandi": False,
        "dibuat_pada": "",
        "terakhir_masuk": "",
    }
    address, _, secret = made["tautan"].rpartition("/undangan/")
    assert address == "http://127.0.0.1:8000"
    invitations.accept(store, secret, WORDS)
    assert sign_in(store, "auditor-satu", WORDS, HERE)[0].nama == "auditor-satu"


def test_a_person_reads_the_link_on_a_line_of_its_own(run: Run) -> None:
    shown = run("add", "pembaca", "--role", "pembaca")
    assert shown.stdout.startswith("http://127.0.0.1:8000/undangan/")
    assert len(shown.stdout.splitlines()) == 1
    assert "Akun pembaca dibuat sebagai Pembaca." in shown.stderr


def test_a_password_comes_from_standard_input_and_then_there_is_no_link(run: Run, store: Store) -> None:
    made = told(run("add", "admin", "--role", "administrator", "--password-stdin", "--json", typed=f"{WORDS}\n"))
    assert (made["akun"]["bersandi"], "tautan" in made) == (True, False)
    assert sign_in(store, "admin", WORDS, HERE)[0].peran == "administrator"
    refused = told(
        run("add", "admin-dua", "--role", "administrator", "--password-stdin", "--json", typed="pendek\n"), 2
    )
    assert refused["galat"]["pesan"].startswith("Kata sandi itu tidak diterima: paling sedikit 12 huruf.")
    assert [one.nama for one in accounts.some(store).akun] == ["admin"]


def test_units_are_taken_unchecked_when_no_database_runs_and_that_is_said(run: Run, store: Store) -> None:
    made = run("add", "perencana-satu", "--role", "perencana", "--unit", "satu", "--unit", "dua")
    assert "kode perangkat daerah tidak diperiksa" in made.stderr
    assert accounts.find(store, "perencana-satu").unit == ("dua", "satu")


def test_units_are_checked_when_the_graph_is_at_hand(
    run: Run, store: Store, neo4j_server: Connection, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = neo4j_server
    for name, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    graph.command("CREATE (:SKPD {kode: 'dinas-satu', nama: 'Dinas Satu', jenis: 'dinas'})")
    words = ("add", "perencana-satu", "--role", "perencana", "--unit", "dinas-satu")
    refused = told(run(*words, "--unit", "dinas-dua", "--json"), 2)
    assert refused["galat"]["pesan"] == "Perangkat daerah tidak ada di register: dinas-dua. Tidak ada yang diubah."
    assert told(run(*words, "--json"))["akun"]["unit"] == ["dinas-satu"]


def test_the_list_says_what_state_an_account_is_in(run: Run) -> None:
    assert "Belum ada akun." in run("list").stderr
    assert told(run("list", "--json")) == {"akun": []}
    run("add", "admin", "--role", "administrator", "--password-stdin", typed=WORDS)
    run("add", "pembaca", "--role", "pembaca")
    run("disable", "pembaca")
    assert [(one["nama"], one["aktif"], one["bersandi"]) for one in told(run("list", "--json"))["akun"]] == [
        ("admin", True, True),
        ("pembaca", False, False),
    ]
    assert "nonaktif" in run("list").stdout


def test_a_reset_ends_what_was_open_and_gives_a_new_link(run: Run, store: Store) -> None:
    run("add", "admin", "--role", "administrator", "--password-stdin", typed=WORDS)
    secret = sessions.begin(store, "admin", HERE)
    link = told(run("reset", "admin", "--json"))["tautan"]
    assert sessions.whose(store, secret) is None
    assert invitations.look(store, link.rpartition("/")[2]).nama == "admin"


def test_disabling_ends_sessions_and_enabling_brings_back(run: Run, store: Store) -> None:
    run("add", "pembaca", "--role", "pembaca", "--password-stdin", typed=WORDS)
    secret = sessions.begin(store, "pembaca", HERE)
    assert told(run("disable", "pembaca", "--json"))["akun"]["aktif"] is False
    assert sessions.whose(store, secret) is None
    assert told(run("enable", "pembaca", "--json"))["akun"]["aktif"] is True


REFUSALS = [
    (("disable", "admin"), 1, "administrator terakhir"),
    (("add", "admin", "--role", "pembaca"), 1, "sudah dipakai"),
    (("add", "x", "--role", "pembaca"), 2, "3 sampai 32 huruf"),
    (("add", "perencana-satu", "--role", "perencana"), 2, "paling sedikit satu perangkat daerah"),
    (("add", "raja", "--role", "raja"), 64, "administrator"),
    (("reset", "tidak-ada"), 4, "Tidak ada akun bernama"),
]


@pytest.mark.parametrize(("words", "code", "reason"), REFUSALS)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    run: Run, words: tuple[str, ...], code: int, reason: str
) -> None:
    run("add", "admin", "--role", "administrator", "--password-stdin", typed=WORDS)
    answer = run(*words)
    assert (answer.exit_code, reason in answer.output) == (code, True), answer.output
