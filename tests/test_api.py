"""The JSON API: every endpoint is described, and answers what its description says. On the seed documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import neo4j
import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from service.actor import LOCAL
from service.app import create_app
from service.browse import tree
from service.config import ROOT, Settings, read_settings
from service.graph import Graph
from service.server import Connection
from service.store import jobs
from service.web.api import ENDPOINTS
from tests.conftest import environment
from tests.console_here import console_here

KEUANGAN = "BTM-22-QJ96"
UNIT, DOCUMENT = "kecamatan-batumandi", "kecamatan-batumandi-2022"
BATUMANDI = ROOT / "seeds" / "batumandi-2022.txt"
LEVEL = {"jenis": "tingkat", "subjek": KEUANGAN, "isi": {"tingkat": "operasional"}, "alasan": "Sesuai Tahap 3"}


@pytest.fixture(scope="module")
def client(
    seeded: Graph, neo4j_server: Connection, tmp_path_factory: pytest.TempPathFactory, cache: Path
) -> Iterator[FlaskClient]:
    settings: Settings = read_settings(environment(tmp_path_factory.mktemp("api") / "data", cache))
    app = create_app(seeded, settings)
    jobs.ask(app.extensions["store"], "periksa", LOCAL, [("0" * 64, "contoh.txt")])
    with console_here(app, neo4j_server, seeded):
        yield app.test_client()


@pytest.fixture(scope="module")
def described(client: FlaskClient) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/api/openapi.json").get_json()
    return told


def requests(graph: Graph) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """(method, path of the description, address, what is sent) of every operation, in an order that can be run."""
    indicator = tree(graph, UNIT).simpul[0].indikator[0].id
    for path, address in (
        ("/skpd", "/api/skpd?urut=kinerja&per_halaman=2"),
        ("/skpd/{kode}", f"/api/skpd/{UNIT}?tahun=2022"),
        ("/skpd/{kode}/pohon", f"/api/skpd/{UNIT}/pohon"),
        ("/cari", "/api/cari?q=keuangan%20desa"),
        ("/kinerja/{id}", f"/api/kinerja/{KEUANGAN}"),
        ("/kinerja/{id}/telusur", f"/api/kinerja/{KEUANGAN}/telusur"),
        ("/kinerja/{id}/paspor", f"/api/kinerja/{KEUANGAN}/paspor"),
        ("/indikator/{id}", f"/api/indikator/{indicator}"),
        ("/indikator/{id}/telusur", f"/api/indikator/{indicator}/telusur"),
        ("/indikator/{id}/paspor", f"/api/indikator/{indicator}/paspor"),
        ("/jabatan/{kode}", f"/api/jabatan/{UNIT}-kasi"),
        ("/dokumen/{id}", f"/api/dokumen/{DOCUMENT}?peran=data&per_halaman=5"),
        ("/dokumen/{id}/rekonsiliasi", f"/api/dokumen/{DOCUMENT}/rekonsiliasi?tampil=berbeda"),
        ("/skpd/{kode}/keputusan", f"/api/skpd/{UNIT}/keputusan?tahun=2022"),
        ("/skpd/{kode}/nomenklatur", f"/api/skpd/{UNIT}/nomenklatur?tahun=2022"),
        ("/dokumen/{id}/versi", f"/api/dokumen/{DOCUMENT}/versi"),
        ("/dokumen/{id}/banding", f"/api/dokumen/{DOCUMENT}/banding?dari=1&ke=1&lihat=baru"),
        ("/crosscutting", f"/api/crosscutting?unit={UNIT}&pihak=terdeteksi&jenis=ukuran&per_halaman=5"),
        ("/crosscutting/struktur", "/api/crosscutting/struktur?jenis=badan"),
        ("/crosscutting/rangkap", f"/api/crosscutting/rangkap?unit={UNIT}"),
        ("/crosscutting/kembar", "/api/crosscutting/kembar?macam=sekretariat"),
        ("/crosscutting/matriks", "/api/crosscutting/matriks?buka=mitra&pita=kuat"),
        ("/crosscutting/mitra", "/api/crosscutting/mitra"),
        ("/skpd/{kode}/crosscutting", f"/api/skpd/{UNIT}/crosscutting"),
        ("/pertanyaan", "/api/pertanyaan"),
        ("/pertanyaan/{nama}", "/api/pertanyaan/tingkat-berbeda-antar-tahap?batas=3"),
        ("/kegiatan", "/api/kegiatan?halaman=1"),
        ("/pekerjaan", "/api/pekerjaan"),
        ("/pekerjaan/{nomor}", "/api/pekerjaan/1"),
        ("/status", "/api/status"),
        ("/openapi.json", "/api/openapi.json"),
    ):
        yield "GET", path, address, {}
    yield "POST", "/keputusan", "/api/keputusan", {"json": LEVEL, "headers": {"If-Match": '"1"'}}
    yield "GET", "/keputusan", f"/api/keputusan?subjek={KEUANGAN}", {}
    undo = {"json": {}, "headers": {"If-Match": "*"}}
    yield "POST", "/keputusan/{id}/urungkan", "/api/keputusan/keputusan-4/urungkan", undo
    pair = f"/api/crosscutting/pasangan/{KEUANGAN}/mitra:balai-uji"
    said = {"kata": "ya", "pihak": UNIT, "badan": "Balai Uji", "alasan": "Sesuai rapat"}
    yield "POST", "/crosscutting/pasangan/{a}/{b}", pair, {"json": said, "headers": {"If-Match": '"0"'}}
    yield "GET", "/crosscutting/pasangan/{a}/{b}", pair, {}
    yield "GET", "/mitra/{kode}/crosscutting", "/api/mitra/balai-uji/crosscutting", {}
    taken = {"json": {"keputusan": "keputusan-6"}, "headers": {"If-Match": '"6"'}}
    yield "POST", "/crosscutting/pasangan/{a}/{b}/urungkan", f"{pair}/urungkan", taken
    yield "POST", "/konsol", "/api/konsol", {"json": {"teks": "MATCH (k:Kinerja) RETURN k LIMIT 2"}}
    yield "POST", "/impor", "/api/impor", {"data": {"berkas": (BytesIO(BATUMANDI.read_bytes()), "batumandi.txt")}}
    yield from glossary_requests()
    yield from register_requests()


def glossary_requests() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The same of the glossary."""
    list_, one, words = "/crosscutting/glosarium", "/crosscutting/glosarium/{konsep}", {"varian": ["tata uang dusun"]}
    yield "POST", f"{list_}/uji", f"/api{list_}/uji", {"json": {"konsep": "keuangan desa", **words}}
    made = {"konsep": "keuangan desa", "alasan": "Istilah setempat", **words}
    yield "POST", list_, f"/api{list_}", {"json": made, "headers": {"If-Match": '"0"'}}
    yield "GET", list_, f"/api{list_}?cari=dusun&lihat=diubah&per_halaman=5", {}
    yield "GET", one, f"/api{list_}/keuangan-desa?per_halaman=5", {}


def register_requests() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The same of the register."""
    seen = {"headers": {"If-Match": "*"}}
    entry, address = "/register/{jenis}/{kode}", "/api/register/mitra/polsek-uji"
    polsek = {"isi": {"nama": "Polsek Uji", "jenis": "polri", "alias": ["Polsek"]}}
    yield "POST", "/register/{jenis}", "/api/register/mitra", {"json": polsek}
    yield "GET", "/register/{jenis}", "/api/register/mitra?cari=polsek&per_halaman=5", {}
    yield "GET", entry, address, {}
    yield "POST", f"{entry}/uji", f"{address}/uji", {"json": {"isi": {"nama": "Polsek Uji Kota"}}}
    yield "POST", entry, address, {"json": {"isi": {"nama": "Polsek Uji Kota"}}, **seen}
    yield "POST", f"{entry}/hapus", f"{address}/hapus", seen
    merge = {"json": {"ke": f"{UNIT}-jafung"}, **seen}
    yield "POST", "/register/jabatan/{kode}/gabung", f"/api/register/jabatan/{UNIT}-analisis/gabung", merge


def test_every_endpoint_answers_what_its_description_says(
    seeded: Graph, client: FlaskClient, described: dict[str, Any]
) -> None:
    walked = []
    for method, path, address, sent in requests(seeded):
        response = client.open(address, method=method, **sent)
        assert faults(described, path, method, response) == [], address
        walked.append((method, path))
    assert sorted(walked) == sorted((m.upper(), path) for path, ways in described["paths"].items() for m in ways)


def test_every_route_below_api_is_described(client: FlaskClient, described: dict[str, Any]) -> None:
    rules = client.application.url_map.iter_rules()
    routes = {
        re.sub(r"<(\w+)>", r"{\1}", rule.rule.removeprefix("/api")) for rule in rules if rule.rule.startswith("/api")
    }
    assert routes - {"/dokumentasi"} == set(described["paths"])


def test_parameters_and_operations_of_the_description_are_complete(described: dict[str, Any]) -> None:
    operations = [operation for ways in described["paths"].values() for operation in ways.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names)) == len(ENDPOINTS)
    untold = [p["name"] for operation in operations for p in operation["parameters"] if not p["description"]]
    assert (untold, [o["operationId"] for o in operations if not o["summary"]]) == ([], [])


def test_the_documentation_names_every_path_without_script_or_foreign_address(
    client: FlaskClient, described: dict[str, Any]
) -> None:
    page = client.get("/api/dokumentasi").text
    assert [path for path in described["paths"] if f"/api{path}" not in page] == []
    assert set(re.findall(r"(?:src|href)=\"(https?:[^\"]+)", page)) == set()
    assert re.findall(r"<script(?![^>]*src=)", page) == []


def test_the_way_down_is_asked_for_by_name(client: FlaskClient) -> None:
    down = client.get(f"/api/kinerja/{KEUANGAN}/telusur?arah=turun").get_json()
    assert (down["jumlah"], down["akar"]["kinerja"]["id"]) == (0, KEUANGAN)


def test_a_list_links_its_other_pages(client: FlaskClient) -> None:
    first = client.get("/api/skpd?urut=nama&per_halaman=1")
    second = client.get("/api/skpd?urut=nama&per_halaman=1&halaman=2")
    assert first.get_json()["paging"] == {"halaman": 1, "per_halaman": 1, "total": 3}
    links = re.findall(r"<([^>]+)>; rel=\"(\w+)\"", ", ".join(second.headers.getlist("Link")))
    assert [(relation, url.rsplit("=", 1)) for url, relation in links] == [
        ("first", ["/api/skpd?urut=nama&per_halaman=1&halaman", "1"]),
        ("prev", ["/api/skpd?urut=nama&per_halaman=1&halaman", "1"]),
        ("next", ["/api/skpd?urut=nama&per_halaman=1&halaman", "3"]),
        ("last", ["/api/skpd?urut=nama&per_halaman=1&halaman", "3"]),
    ]


def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(f"/api/kinerja/{KEUANGAN}/telusur")
    again = client.get(f"/api/kinerja/{KEUANGAN}/telusur", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])


PROBLEMS: tuple[tuple[str, str, str, dict[str, Any], int, str], ...] = (
    ("an unknown kinerja", "GET", "/api/kinerja/X-1", {}, 404, "Tidak ada kinerja 'X-1'."),
    ("an unknown address", "GET", "/api/tidak-ada", {}, 404, "Halaman itu tidak ada."),
    ("a method that is not offered", "DELETE", "/api/skpd", {}, 405, "Alamat ini tidak menerima cara itu."),
    (
        "a page before the first",
        "GET",
        "/api/skpd?halaman=0",
        {},
        422,
        "Isian tidak diterima: halaman: paling kecil 1.",
    ),
    (
        "a page that is no number",
        "GET",
        "/api/skpd?halaman=x",
        {},
        422,
        "Isian tidak diterima: halaman: harus angka bulat.",
    ),
    ("a parameter that is not known", "GET", "/api/status?x=1", {}, 422, "Isian tidak diterima: x: tidak dikenal."),
    ("a search for nothing at all", "GET", "/api/cari", {}, 422, "Isian tidak diterima: q: wajib diisi."),
    (
        "a text that is too long",
        "GET",
        "/api/cari?q=" + "a" * 201,
        {},
        422,
        "Isian tidak diterima: q: paling banyak 200 huruf.",
    ),
    (
        "a decision without If-Match",
        "POST",
        "/api/keputusan",
        {"json": LEVEL},
        428,
        "Perubahan ini harus menyebut keadaan yang Anda lihat. Tidak ada yang diubah.",
    ),
    (
        "a body that is no JSON",
        "POST",
        "/api/keputusan",
        {"data": "{", "content_type": "application/json"},
        422,
        "Isian tidak diterima: permintaan: bukan JSON yang sah.",
    ),
    (
        "a body of another kind",
        "POST",
        "/api/keputusan",
        {"data": "x"},
        415,
        "Isi permintaan bukan bentuk yang dikenal.",
    ),
    ("an upload without a file", "POST", "/api/impor", {"data": {}}, 422, "Tidak ada berkas. Tidak ada yang diubah."),
    (
        "an upload that is too big",
        "POST",
        "/api/impor",
        {"data": {"berkas": (BytesIO(bytes(22 * 1024 * 1024)), "a.txt")}},
        413,
        "Berkas yang dikirim terlalu besar.",
    ),
    (
        "a foreign host",
        "GET",
        "/api/status",
        {"headers": {"Host": "jahat.example"}},
        403,
        "Alamat jahat.example bukan alamat layanan ini.",
    ),
    (
        "a foreign origin",
        "POST",
        "/api/keputusan",
        {"json": LEVEL, "headers": {"Origin": "http://jahat.example"}},
        403,
        "Permintaan ini datang dari situs lain.",
    ),
)


@pytest.mark.parametrize(
    ("method", "url", "sent", "status", "detail"), [p[1:] for p in PROBLEMS], ids=[p[0] for p in PROBLEMS]
)
def test_a_fault_is_told_as_problem_details(
    client: FlaskClient,
    described: dict[str, Any],
    method: str,
    url: str,
    sent: dict[str, Any],
    status: int,
    detail: str,
) -> None:
    response = client.open(url, method=method, **sent)
    problem = response.get_json()
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert (problem["detail"], problem["status"], problem["instance"]) == (detail, status, url)
    assert problem["saran"]
    assert [
        fault.message for fault in validator(described, {"$ref": "#/components/schemas/Problem"}).iter_errors(problem)
    ] == []


def test_a_graph_that_does_not_answer_is_503_and_says_when_to_try_again(settings: Settings) -> None:
    with neo4j.GraphDatabase.driver("bolt://127.0.0.1:1", max_transaction_retry_time=0) as driver:
        client = create_app(Graph(driver, "neo4j"), settings).test_client()
        response = client.get("/api/status")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.get_json()["detail"] == "Basis data tidak menjawab."


def test_the_second_of_two_people_is_told(client: FlaskClient) -> None:
    response = client.post("/api/keputusan", json=LEVEL, headers={"If-Match": '"99"'})
    seen = client.get(f"/api/kinerja/{KEUANGAN}").get_json()["versi_subjek"]
    assert (response.status_code, response.get_json()["sekarang"]) == (409, str(seen))


@pytest.mark.parametrize("seen", ["²", "1" * 5000, "dua"])
def test_a_version_that_is_no_number_is_told(client: FlaskClient, seen: str) -> None:
    answer = client.post("/api/keputusan", json=LEVEL, headers={"If-Match": seen.encode("latin-1").decode("latin-1")})
    assert (answer.status_code, "bukan versi subjek" in answer.get_json()["detail"]) == (422, True)


def test_a_level_that_does_not_exist_is_refused_with_the_ones_that_do(client: FlaskClient) -> None:
    wish = LEVEL | {"isi": {"tingkat": "ajaib"}}
    problem = client.post("/api/keputusan", json=wish, headers={"If-Match": "*"}).get_json()
    assert (problem["status"], problem["isian"]) == (422, {"tingkat": "tidak dikenal"})
    assert "strategis skpd" in problem["saran"]


def test_a_file_that_is_no_cascade_is_refused_with_its_issues(client: FlaskClient) -> None:
    sent = {"berkas": (BytesIO(b"Daftar belanja"), "belanja.txt")}
    tried = client.post("/api/impor", data=dict(sent)).get_json()
    sent = {"berkas": (BytesIO(b"Daftar belanja"), "belanja.txt")}
    problem = client.post("/api/impor?uji=false", data=sent).get_json()
    assert (tried["ditolak"], tried["diterapkan"], tried["kinerja"]) == (True, False, [])
    assert (problem["status"], problem["isu"]) == (422, [i for i in tried["isu"] if i["keparahan"] == "error"])


def test_a_document_is_applied_only_on_request(client: FlaskClient, seeded: Graph) -> None:
    changed = BATUMANDI.read_bytes().replace(b"Pendayagunaan Aset Desa", b"Pemanfaatan Aset Desa")
    before = seeded.revision()
    tried = client.post("/api/impor", data={"berkas": (BytesIO(changed), "baru.txt")}).get_json()
    assert (tried["diterapkan"], seeded.revision()) == (False, before)
    done = client.post("/api/impor?uji=false", data={"berkas": (BytesIO(changed), "baru.txt")}).get_json()
    assert (done["diterapkan"], done["versi"]) == (True, f"{DOCUMENT}-v2")


def test_a_page_is_a_page_also_for_a_fault_and_json_for_who_asks_for_it(client: FlaskClient) -> None:
    page = client.get("/kinerja/X-1")
    json = client.get("/kinerja/X-1", headers={"Accept": "application/json"})
    assert (page.status_code, page.mimetype, "Tidak ada kinerja" in page.text) == (404, "text/html", True)
    assert (json.status_code, json.mimetype) == (404, "application/problem+json")


def faults(described: dict[str, Any], path: str, method: str, response: TestResponse) -> list[str]:
    """What of a response its description does not allow."""
    allowed = described["paths"][path][method.lower()]["responses"]
    if str(response.status_code) not in allowed or response.status_code >= 400:
        return [f"{response.status_code}: {response.text[:300]}"]
    schema = allowed[str(response.status_code)]["content"]["application/json"]["schema"]
    return [fault.message for fault in validator(described, schema).iter_errors(response.get_json())]


def validator(described: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": described["components"]})
