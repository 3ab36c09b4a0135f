"""Nobody changes what is not theirs: every write of the domain, and forms and a token, sent for other units."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import decisions, register, versions
from service.actor import Actor, acting_as
from service.app import create_app
from service.config import ROOT, Settings, read_settings
from service.decisions import bulk
from service.decisions.change import Change
from service.errors import Forbidden
from service.graph import Graph
from service.ingest import drafts, importing
from service.store import accounts, activity_rows, sessions, tokens
from service.store.activity_rows import Wanted
from service.store.sessions import Browser
from tests.conftest import environment
from tests.every_route import DOCUMENT, UNIT, parts

SEED = ROOT / "seeds" / "batumandi-2022.txt"
OTHER = "dinas-perikanan"
CAMAT = f"{UNIT}-camat"
WHY = "Sesuai Tahap 3 dokumen"

PLANNER = Actor("perencana-lain", "perencana", (OTHER,))
OWNER = Actor("perencana-batumandi", "perencana", (UNIT,))


@dataclass(frozen=True)
class Scene:
    """Two units, and a kinerja of the first."""

    graph: Graph
    settings: Settings
    kinerja: str
    changed: bytes
    """The document of the first unit, with a word that is new."""


@pytest.fixture(scope="module")
def scene(seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Scene:
    settings = read_settings(environment(tmp_path_factory.mktemp("units") / "data", cache))
    changed = SEED.read_text(encoding="utf-8").replace("Keuangan Desa", "Dana Desa").encode()
    return Scene(seeded, settings, str(parts(seeded)["kinerja_id"]), changed)


def bring_in(at: Scene, data: bytes) -> None:
    importing.apply(importing.prepare(data, SEED.name, at.graph, at.settings), at.graph, at.settings)


def of_other(at: Scene) -> str:
    """The kode of some position of the other unit."""
    found = at.graph.command("MATCH (j:Jabatan)-[:IN_UNIT]->({kode: $kode}) RETURN max(j.kode) AS kode", kode=OTHER)
    return str(found[0]["kode"])


WRITES: dict[str, Callable[[Scene], object]] = {
    "a level": lambda at: decisions.decide(at.graph, "tingkat", at.kinerja, {"tingkat": "operasional"}, WHY),
    "several at once": lambda at: decisions.decide_many(
        at.graph, [Change("tingkat", at.kinerja, {"tingkat": "operasional"})], WHY
    ),
    "all proposals": lambda at: bulk.accept_levels(at.graph, DOCUMENT, WHY),
    "a branch": lambda at: bulk.confirm_branch(at.graph, at.kinerja, WHY),
    "an undoing": lambda at: decisions.undo(at.graph, "keputusan-1", WHY),
    "a new version": lambda at: bring_in(at, at.changed),
    "a withdrawal": lambda at: versions.withdraw(at.graph, DOCUMENT, WHY),
    "a version moved away": lambda at: versions.move(at.graph, DOCUMENT, 1, UNIT, 2023, WHY),
    "a position": lambda at: register.edit(at.graph, "jabatan", CAMAT, {"nama": "Camat Lain"}, None),
    "a new position": lambda at: register.add(at.graph, "jabatan", {"nama": "Sekretaris Baru", "skpd": UNIT}),
    "a position gone": lambda at: register.remove(at.graph, "jabatan", CAMAT, None),
    "two positions joined": lambda at: register.merge(at.graph, CAMAT, f"{UNIT}-kasi", None),
    "the unit itself": lambda at: register.edit(at.graph, "skpd", UNIT, {"nama": "Lain"}, None),
    "the own unit itself": lambda at: register.edit(at.graph, "skpd", OTHER, {"nama": "Lain"}, None),
    "a level of the ladder": lambda at: register.add(
        at.graph, "jenjang", {"jenis_unit": "dinas", "urut": 9, "tingkat": "x"}
    ),
    "a look at what a change would do": lambda at: register.preview(at.graph, "jabatan", CAMAT, {"nama": "Lain"}),
    "erasing": lambda at: versions.erase(at.graph, at.settings, DOCUMENT, WHY),
}
"""Everything that the domain writes."""


@pytest.mark.parametrize(
    "actor",
    [PLANNER, Actor("auditor", "auditor"), Actor("analis", "analis"), Actor("pembaca", "pembaca", (UNIT,))],
    ids=lambda actor: actor.peran,
)
def test_whoever_does_not_write_for_a_unit_changes_nothing_of_it(scene: Scene, actor: Actor) -> None:
    before, revision = scene.graph.content_hash(), scene.graph.revision()
    passed = []
    with acting_as(actor):
        for what, write in WRITES.items():
            try:
                write(scene)
            except Forbidden:
                continue
            passed.append(what)
    assert (passed, scene.graph.content_hash(), scene.graph.revision()) == ([], before, revision)


def test_an_auditor_brings_no_example_or_new_unit_in_either(scene: Scene) -> None:
    fresh = scene.changed.decode().replace("BATUMANDI", "SUKA MAJU").replace("Batumandi", "Suka Maju").encode()
    with acting_as(Actor("auditor", "auditor")), pytest.raises(Forbidden, match="tidak menulis untuk Kecamatan Suka"):
        bring_in(scene, fresh)


# --- through the door


@pytest.fixture(scope="module")
def app(scene: Scene, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Flask:
    env = environment(tmp_path_factory.mktemp("door") / "data", cache)
    app = create_app(scene.graph, read_settings({**env, "KINERJA_ACCOUNTS": "ya"}))
    accounts.add(app.extensions["store"], PLANNER.akun, "perencana", [OTHER])
    accounts.add(app.extensions["store"], "auditor-satu", "auditor")
    return app


def signed_in(app: Flask, akun: str) -> FlaskClient:
    client = app.test_client()
    client.set_cookie("kinerja-sesi", sessions.begin(app.extensions["store"], akun, Browser("127.0.0.1")))
    return client


FORMS = {
    "/kinerja/{kinerja}/tingkat": {"tingkat": "operasional"},
    "/kinerja/{kinerja}/induk": {"induk": "x"},
    f"/dokumen/{DOCUMENT}/rekonsiliasi/terima": {},
    f"/dokumen/{DOCUMENT}/versi/1/berlaku": {},
    f"/dokumen/{DOCUMENT}/tarik": {},
    "/keputusan/keputusan-1/urungkan": {"berdasar": 1},
    f"/register/jabatan/{CAMAT}": {"nama": "Camat Lain", "langkah": "simpan"},
    "/register/jabatan/_add": {"nama": "Sekretaris", "skpd": UNIT},
}


def test_a_form_sent_for_another_unit_is_refused_with_a_sentence(app: Flask, scene: Scene) -> None:
    before = scene.graph.revision()
    client = signed_in(app, PLANNER.akun)
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/impor").text)[1]  # type: ignore[index]
    seen = max(int(n) for n in re.findall(r'name="berdasar" value="(\d+)"', admin_page(app, scene)))
    version = register.entry(scene.graph, "jabatan", CAMAT).versi_subjek
    common = {"csrf": token, "alasan": WHY, "berdasar": seen, "versi": version}
    answers = {
        path: client.post(path.format(kinerja=scene.kinerja), data=common | more) for path, more in FORMS.items()
    }
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(FORMS, 403)
    told = "Akun Anda tidak menulis untuk Kecamatan Batumandi. Tidak ada yang diubah."
    assert [told in answer.text for path, answer in answers.items() if "register" not in path] == [True] * 6
    assert scene.graph.revision() == before


def test_nobody_throws_away_or_changes_the_upload_of_another(app: Flask, scene: Scene) -> None:
    settings, theirs = app.extensions["settings"], signed_in(app, PLANNER.akun)
    with acting_as(OWNER):
        draft = drafts.keep(scene.changed, "ubah.txt", settings)
    page = theirs.get(f"/impor/{draft.sha256}").text
    told = [words in page for words in ("Buang unggahan ini", "Terapkan", "oleh perencana-batumandi")]
    assert told == [False, False, True]
    assert "Akun Anda tidak menulis untuk Kecamatan Batumandi." in page
    token = re.search(r'name="csrf" value="([^"]+)"', page)[1]  # type: ignore[index]
    forms = {"buang": {}, "pilihan": {"kelompok": "1", "adalah": "baru"}, "terapkan": {"berdasar": "1"}}
    answers = [theirs.post(f"/impor/{draft.sha256}/{do}", data={"csrf": token, **more}) for do, more in forms.items()]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert "Unggahan ubah.txt milik akun perencana-batumandi." in answers[0].text
    assert drafts.find(draft.sha256, settings)[0] == draft


def admin_page(app: Flask, scene: Scene) -> str:
    """A page with forms, as somebody who may send them sees it."""
    accounts.add(app.extensions["store"], "bappeda-satu", "bappeda")
    return signed_in(app, "bappeda-satu").get(f"/dokumen/{DOCUMENT}/rekonsiliasi").text


def test_a_token_goes_no_further_than_its_account(app: Flask, scene: Scene) -> None:
    secret = tokens.make(app.extensions["store"], PLANNER.akun, "program", ("baca", "putuskan", "impor"), 1)[1]
    headers = {"Authorization": f"Bearer {secret}", "If-Match": "*"}
    wish = {"jenis": "tingkat", "subjek": scene.kinerja, "isi": {"tingkat": "operasional"}, "alasan": WHY}
    answer = app.test_client().post("/api/keputusan", json=wish, headers=headers)
    assert (answer.status_code, answer.get_json()["detail"]) == (
        403, "Akun Anda tidak menulis untuk Kecamatan Batumandi. Tidak ada yang diubah.",
    )  # fmt: skip
    (last,), _ = activity_rows.some(app.extensions["store"], Wanted(), 0, 1)
    assert (last.keadaan, last.subjek, last.unit) == ("gagal", scene.kinerja, UNIT)


# --- what they may (last: it empties the graph)


def test_the_owner_and_bappeda_do_what_others_may_not(graph: Graph, settings: Settings) -> None:
    at = Scene(graph, settings, "", b"")
    with acting_as(OWNER):
        bring_in(at, SEED.read_bytes())
        key = str(parts(graph)["kinerja_id"])
        assert decisions.decide(graph, "tingkat", key, {"tingkat": "operasional"}, WHY).oleh == OWNER.akun
        assert register.edit(graph, "jabatan", CAMAT, {"nama": "Camat Batumandi"}, None).nama == "Camat Batumandi"
        assert register.add(graph, "jabatan", {"nama": "Sekretaris Camat", "skpd": UNIT}).isi["skpd"] == UNIT
        with pytest.raises(Forbidden, match="Register diubah oleh Bappeda"):
            register.edit(graph, "skpd", UNIT, {"nama": "Kecamatan Lain"}, None)
    with acting_as(Actor("bappeda", "bappeda")):
        assert decisions.decide(graph, "tingkat", key, {"tingkat": "taktikal immediate"}, WHY).urut == 3
        assert register.edit(graph, "skpd", UNIT, {"nama": "Kecamatan Batu Mandi"}, None).nama == "Kecamatan Batu Mandi"
