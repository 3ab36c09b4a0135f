"""The activity log as people read it: what pages and API record, the page with its filter, the files, the words."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import asdict

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from service import actor
from service.access import ADDRESSES
from service.activities import activities, all_activities
from service.activities.sheet import COLUMNS, as_csv, as_workbook
from service.activities.words import VERBS, named
from service.actor import Actor
from service.app import create_app
from service.cli import SUBJECTS
from service.config import ROOT, Settings
from service.graph import Graph
from service.ingest import importing
from service.store import Store, activity
from service.store.activity_rows import Wanted
from service.web import recording

SEED = ROOT / "seeds" / "batumandi-2022.txt"
DOCUMENT = "kecamatan-batumandi-2022"
GRID = f"/dokumen/{DOCUMENT}/rekonsiliasi"
ALL = Wanted()


@pytest.fixture
def app(graph: Graph, settings: Settings) -> Flask:
    return create_app(graph, settings)


@pytest.fixture
def store(app: Flask) -> Store:
    found: Store = app.extensions["store"]
    return found


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def loaded(graph: Graph, settings: Settings, client: FlaskClient) -> FlaskClient:
    importing.apply(importing.prepare(SEED.read_bytes(), SEED.name, graph, settings), graph, settings)
    return client


def send(client: FlaskClient, path: str, **fields: object) -> TestResponse:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/impor").text)
    assert found
    return client.post(path, data={"csrf": found[1], **fields})


def told(store: Store, graph: Graph, wanted: Wanted = ALL) -> list[tuple[object, ...]]:
    """(sentence, state, revision) of every entry, oldest first."""
    found = activities(store, graph, wanted, per_halaman=1000).isi
    return [(one.kalimat, one.keadaan, one.revisi) for one in reversed(found)]


# --- what is recorded


def test_deciding_refusing_and_downloading_stand_in_the_log(loaded: FlaskClient, store: Store, graph: Graph) -> None:
    page = loaded.get(GRID).text
    key = re.search(r"/kinerja/([^/\"]+)/tingkat", page)[1]  # type: ignore[index]
    seen = re.search(r'name="berdasar" value="(\d+)"', page)[1]  # type: ignore[index]
    where = f"/kinerja/{key}/tingkat"
    send(loaded, where, tingkat="operasional", alasan="Sesuai Tahap 3", berdasar=seen)
    send(loaded, where, tingkat="operasional", alasan="ya", berdasar=seen)
    loaded.get(f"/dokumen/{DOCUMENT}/versi/1/berkas")
    loaded.get(GRID)  # looking is nobody's business
    statement = graph.command("MATCH (k:Kinerja {id: $id}) RETURN k.uraian AS teks", id=key)[0]["teks"]
    assert told(store, graph) == [
        (f"lokal menetapkan tingkat “{statement}”.", "selesai", 2),
        (
            f"lokal mencoba menetapkan tingkat “{statement}”, tetapi tidak jadi: "
            "Alasan harus 5 sampai 1000 huruf (sekarang 2).",
            "gagal",
            None,
        ),
        ("lokal mengunduh berkas asli “CASCADING KEC. BATUMANDI TAHUN 2022”.", "selesai", None),
    ]
    first = activities(store, graph, ALL).isi[-1]
    before = graph.command("MATCH (k:Kinerja {id: $id}) RETURN k.tingkat_usul AS usul", id=key)[0]["usul"]
    assert [asdict(one) for one in first.perubahan] == [
        {"nama": "tingkat kinerja", "sebelum": before, "sesudah": "operasional"},
        {"nama": "alasan", "sebelum": "", "sesudah": "Sesuai Tahap 3"},
    ]
    assert (first.unit, first.unit_nama, first.dari, first.cara) == (
        "kecamatan-batumandi", "Kecamatan Batumandi", "127.0.0.1", "lokal",
    )  # fmt: skip


def test_many_decisions_at_once_tell_each_of_them(loaded: FlaskClient, store: Store, graph: Graph) -> None:
    page = loaded.get(GRID).text
    seen = max(int(n) for n in re.findall(r'name="berdasar" value="(\d+)"', page))
    send(loaded, f"{GRID}/terima", alasan="Mayoritas saksi benar", berdasar=seen)
    (entry,) = activities(store, graph, ALL).isi
    changes = {one.nama: (one.sebelum, one.sesudah) for one in entry.perubahan}
    assert (entry.subjek, changes.pop("keputusan"), changes.pop("alasan")) == (
        DOCUMENT, ("", "15"), ("", "Mayoritas saksi benar"),
    )  # fmt: skip
    rows = graph.command("MATCH (k:Kinerja {konflik: true}) RETURN k.uraian AS teks, k.tingkat AS tingkat")
    assert {name: now for name, (_, now) in changes.items()} == {
        f"tingkat kinerja “{row['teks']}”": row["tingkat"] for row in rows
    }
    assert all(before for before, _ in changes.values())


def test_an_import_tells_the_version_and_the_counts(client: FlaskClient, store: Store, graph: Graph) -> None:
    page = client.get("/impor").text
    token = re.search(r'name="csrf" value="([^"]+)"', page)[1]  # type: ignore[index]
    sent = client.post("/impor", data={"csrf": token, "berkas": (io.BytesIO(SEED.read_bytes()), SEED.name)})
    assert send(client, f"{sent.location}/terapkan", berdasar=0).status_code == 303
    assert told(store, graph) == [
        ("lokal mengunggah berkas batumandi-2022.txt.", "selesai", None),
        ("lokal mengimpor “CASCADING KEC. BATUMANDI TAHUN 2022”.", "selesai", 1),
    ]
    changes = {one.nama: (one.sebelum, one.sesudah) for one in activities(store, graph, ALL).isi[0].perubahan}
    assert changes == {
        "versi": ("belum ada", f"{DOCUMENT}-v1"),
        "berkas": ("", "batumandi-2022.txt"),
        "kinerja": ("", "26"),
        "baru": ("", "26"),
    }


def test_a_register_change_tells_each_field_and_its_preview_nothing(
    loaded: FlaskClient, store: Store, graph: Graph
) -> None:
    kode = "kecamatan-batumandi-camat"
    version = re.search(r'name="versi" value="(\d+)"', loaded.get(f"/register/jabatan/{kode}").text)[1]  # type: ignore[index]
    fields = {"nama": "Camat Batumandi", "alias": "", "versi": version}
    send(loaded, f"/register/jabatan/{kode}", **fields)
    assert told(store, graph) == []
    send(loaded, f"/register/jabatan/{kode}", **fields, langkah="simpan")
    send(loaded, f"/register/jabatan/{kode}", **fields, langkah="simpan")
    assert told(store, graph) == [
        ("lokal mengubah entri register “Camat Batumandi”.", "selesai", 2),
        (
            "lokal mencoba mengubah entri register “Camat Batumandi”, tetapi tidak jadi: Camat Batumandi sudah diubah "
            "orang lain setelah Anda membukanya. Isian Anda belum disimpan.",
            "gagal",
            None,
        ),
    ]
    assert [asdict(one) for one in activities(store, graph, ALL).isi[-1].perubahan] == [
        {"nama": "Nama", "sebelum": "camat", "sesudah": "Camat Batumandi"},
        {"nama": "Nama lain", "sebelum": "", "sesudah": "camat"},
    ]


def test_the_api_is_recorded_like_the_pages(loaded: FlaskClient, store: Store, graph: Graph) -> None:
    wish = {"jenis": "tingkat", "subjek": "tidak-ada", "isi": {"tingkat": "operasional"}, "alasan": "Sesuai Tahap 3"}
    assert loaded.post("/api/keputusan", json=wish, headers={"If-Match": "*"}).status_code == 404
    assert loaded.post("/api/keputusan", json={"jenis": "lain"}, headers={"If-Match": "*"}).status_code == 422
    loaded.post("/api/impor", data={"berkas": (io.BytesIO(b"halo"), "x.txt")})  # only shows what it would do
    assert [(keadaan, revisi) for _, keadaan, revisi in told(store, graph)] == [("gagal", None), ("gagal", None)]
    assert "Tidak ada kinerja atau dokumen dengan id tidak-ada." in str(told(store, graph)[0][0])


def test_a_form_without_its_token_is_not_recorded(loaded: FlaskClient, store: Store, graph: Graph) -> None:
    assert loaded.post("/keputusan/keputusan-1/urungkan", data={}).status_code == 403
    assert told(store, graph) == []


def test_no_secret_of_an_address_enters_the_log(app: Flask) -> None:
    with app.test_request_context("/undangan/kunci", method="POST") as context:
        assert context.request.view_args == {"rahasia": "kunci"}
        assert recording.subject() == ""


# --- words


def test_every_recorded_address_has_its_verb(app: Flask) -> None:
    assert {one for one in recording.recorded(app) if one not in VERBS} == set()


def test_every_verb_belongs_to_something(app: Flask) -> None:
    commands = {name.split()[0] for name in VERBS if name.split()[0] in SUBJECTS}
    written_by_hand = {"pekerjaan.impor", "token.salah", "kegiatan.sambung", "contoh", "cadangan"}
    known = recording.recorded(app) | set(ADDRESSES) | written_by_hand
    assert {name for name in VERBS if name not in known and name.split()[0] not in commands} == set()


def test_a_verb_stands_for_all_its_actions() -> None:
    assert set(named("mengimpor")) >= {"impor.apply", "import", "api.import_document"}
    assert named("tidak dikenal") == ("tidak dikenal",)


# --- the page


def some_entries(store: Store) -> None:
    planner = Actor("perencana-dinas", "perencana", ("dinas-contoh",), "sesi", "10.1.2.3")
    for n in range(60):
        who = planner if n % 2 else Actor("bappeda", "bappeda", cara="token")
        with activity.recorded(store, "impor.upload" if n % 3 else "register.add", f"berkas-{n}.txt", who):
            actor.note(unit="dinas-contoh" if n % 2 else "", sesudah={"Nama": "=HYPERLINK(1)"})
    with activity.recorded(store, "masuk.enter", "perencana-dinas", Actor("", "pembaca")) as one:
        one.gagal = "Nama akun dan kata sandi itu tidak cocok."


CASES: dict[str, tuple[str, int]] = {
    "all": ("", 61),
    "of an account, with attempts to sign in as it": ("akun=perencana-dinas", 31),
    "of an action": ("tindakan=menambah+entri+register", 20),
    "of a unit": ("unit=dinas-contoh", 30),
    "refused": ("keadaan=gagal", 1),
    "since tomorrow": ("dari=2999-01-01", 0),
    "until yesterday": ("sampai=2000-01-01", 0),
    "in between": ("dari=2000-01-01&sampai=2999-01-01", 61),
    "together": ("akun=perencana-dinas&tindakan=menambah+entri+register", 10),
}


def test_it_is_narrowed_down_and_the_file_and_the_api_hold_the_same(client: FlaskClient, store: Store) -> None:
    some_entries(store)
    for name, (query, count) in CASES.items():
        page = client.get(f"/kegiatan?{query}").text
        answer = client.get(f"/api/kegiatan?{query}").get_json()
        assert (answer["paging"]["total"], name) == (count, name)
        assert (f"{count} catatan" in page or "Tidak ada yang cocok" in page, name) == (True, name)
    rows = list(csv.reader(io.StringIO(client.get("/kegiatan.csv?akun=perencana-dinas").data.decode("utf-8-sig"))))
    assert (len(rows), rows[0]) == (32, list(COLUMNS))
    book = load_workbook(io.BytesIO(client.get("/kegiatan.xlsx?akun=perencana-dinas").data))
    assert [cell.value for cell in next(book.active.iter_rows())] == list(COLUMNS)
    assert book.active.max_row == 32
    # both downloads are recorded, each after what it holds
    assert client.get("/api/kegiatan?tindakan=mengunduh+catatan+kegiatan").get_json()["paging"]["total"] == 2


def test_the_page_tells_newest_first_in_pages_with_a_way_on(client: FlaskClient, store: Store) -> None:
    some_entries(store)
    page = client.get("/kegiatan").text
    assert page.index("Seseorang yang belum masuk") < page.index("berkas-59.txt") < page.index("berkas-40.txt")
    assert "Halaman 1 dari 2 (61 seluruhnya)" in page
    assert "berkas-0.txt" in client.get("/kegiatan?halaman=2").text


def test_an_empty_log_says_what_will_stand_there(client: FlaskClient) -> None:
    page = client.get("/kegiatan").text
    assert "Belum ada kegiatan" in page
    assert "Unduh .xlsx" not in page


@pytest.mark.parametrize("query", ["dari=kemarin", "dari=0001-01-01", "sampai=9999-12-31", "keadaan=lain", "halaman=0"])
def test_a_filter_that_cannot_be_is_told(client: FlaskClient, query: str) -> None:
    assert client.get(f"/kegiatan?{query}").status_code == 422


def test_what_a_person_typed_is_never_a_formula(client: FlaskClient, store: Store, graph: Graph) -> None:
    with activity.recorded(store, "impor.upload", "x") as one:
        one.subjek = '=HYPERLINK("http://lain","klik")\x07'
    rows = all_activities(store, graph, ALL)
    assert as_csv(rows).decode("utf-8-sig").splitlines()[1].count("'=HYPERLINK") == 1
    sheet = load_workbook(io.BytesIO(as_workbook(rows))).active
    cell = sheet.cell(2, list(COLUMNS).index("subjek") + 1)
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://lain","klik")')


def test_an_entry_left_open_is_settled_when_somebody_looks(client: FlaskClient, store: Store, graph: Graph) -> None:
    one = activity.begin(store, "impor.apply")
    activity._leave_open(store, one, "Basis data tidak menjawab.")
    assert "Basis data tidak menjawab." in client.get("/kegiatan?keadaan=tidak+jadi").text
