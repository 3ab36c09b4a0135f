"""The template on the pages, in the API and as a command: where it is taken away, and what it says where it came in."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.app import create_app
from service.cli import main
from service.config import Settings, read_settings
from service.graph import Graph
from service.ingest import drafts, importing
from service.server import Connection
from service.templat.book import write
from service.templat.content import Component, Entry, Head, Measure
from service.templat.form import KINERJA, UNIT
from tests.conftest import emptied, environment
from tests.test_pages_read import main_of, text_of

HEAD = Head("Kecamatan Angan", 2024, "kecamatan", "Kabupaten Rekaan")
ENTRIES = (
    Entry(
        "Meningkatnya kepuasan warga",
        kode="1",
        tingkat="strategis",
        indikator=(Measure("Indeks kepuasan masyarakat", "indeks", "85", "82,1"),),
        bagian=(Component("7.01.02", "Program Pelayanan"),),
        mitra=("Dinas Angan", "Polsek Angan"),
    ),
    Entry(
        "Terlatihnya petugas loket",
        kode="1.1",
        induk="1",
        tingkat="operasional",
        indikator=(Measure("Indeks kepuasan masyarakat", target="80"), Measure("Jumlah petugas terlatih")),
    ),
)
PAGE = "/skpd/kecamatan-angan"


@pytest.fixture(scope="module")
def own(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return read_settings(environment(tmp_path_factory.mktemp("templat") / "data", cache))


@pytest.fixture(scope="module")
def client(shared_graph: Graph, own: Settings) -> FlaskClient:
    """The unit and its partner, both through the template; nothing here writes into the graph."""
    emptied(shared_graph)
    for head, entries in ((HEAD, ENTRIES), (Head("Dinas Angan", 2024, "dinas", "Kabupaten Rekaan"), ENTRIES[1:])):
        prepared = importing.prepare(write(head, entries), f"{head.unit}.xlsx", shared_graph, own)
        importing.apply(prepared, shared_graph, own)
    return create_app(shared_graph, own).test_client()


@pytest.fixture(scope="module")
def tree(client: FlaskClient) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/api{PAGE}/pohon").get_json()["simpul"]
    return found


def sheet(data: bytes, name: str = KINERJA) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(data))[name].iter_rows(values_only=True))


def test_an_empty_template_offers_the_kinds_and_levels(client: FlaskClient) -> None:
    answer = client.get("/templat.xlsx?jenis=kecamatan")
    assert (answer.status_code, answer.headers["Content-Disposition"]) == (
        *(200, "attachment; filename=templat-kecamatan.xlsx"),
    )
    assert len(sheet(answer.data)) == 1
    assert [row[1] for row in sheet(answer.data, UNIT)[1:6]] == [None, "kecamatan", None, None, None]


def test_an_unknown_kind_is_refused_with_those_there_are(client: FlaskClient) -> None:
    assert "Jenis perangkat daerah 'aneh' tidak dikenal." in text_of(main_of(client, "/templat.xlsx?jenis=aneh", 422))


def test_a_filled_one_holds_what_lives_with_ids(client: FlaskClient, tree: list[dict[str, object]]) -> None:
    answer = client.get(f"{PAGE}/templat.xlsx?tahun=2024")
    assert answer.headers["Content-Disposition"] == "attachment; filename=templat-kecamatan-angan-2024.xlsx"
    rows = sheet(answer.data)[1:]
    assert [row[0] for row in rows] == [tree[0]["id"], tree[1]["id"], tree[1]["id"]]
    assert [row[1:9] for row in rows] == [
        ("1", None, "strategis", "Meningkatnya kepuasan warga", "Indeks kepuasan masyarakat", "indeks", "85", "82,1"),
        ("1.1", "1", "operasional", "Terlatihnya petugas loket", "Indeks kepuasan masyarakat", "indeks", "80", None),
        ("1.1", None, None, None, "Jumlah petugas terlatih", None, None, None),
    ]


def test_a_unit_without_document_gets_an_empty_one_in_its_name(client: FlaskClient) -> None:
    answer = client.get(f"{PAGE}/templat.xlsx?tahun=2030")
    assert [row[1] for row in sheet(answer.data, UNIT)[1:5]] == [*HEAD_CELLS[:3], "2030"]
    assert client.get("/skpd/tidak-ada/templat.xlsx").status_code == 404


HEAD_CELLS = ("Kecamatan Angan", "kecamatan", "Kabupaten Rekaan", "2024")


def test_a_kinerja_shows_its_target_component_and_partners(client: FlaskClient, tree: list[dict[str, object]]) -> None:
    page = text_of(main_of(client, f"/kinerja/{tree[0]['id']}"))
    for said in (
        "Satuan: indeks · Target: 85 · Baseline: 82,1",
        "7.01.02 Program Pelayanan",
        "Dinas Angan , Polsek Angan disebut di dokumen",
        "Templat menyebut strategis.",
        "Kinerja!E2",
    ):
        assert said in page
    assert "/skpd/dinas-angan" in main_of(client, f"/kinerja/{tree[0]['id']}")


def test_an_indicator_shows_the_target_of_each_kinerja(client: FlaskClient, tree: list[dict[str, object]]) -> None:
    (measure,) = client.get(f"/api/kinerja/{tree[0]['id']}").get_json()["indikator"]
    page = text_of(main_of(client, f"/indikator/{measure['id']}"))
    assert "satuan: indeks" in page
    assert "Meningkatnya kepuasan warga 85 82,1 Terlatihnya petugas loket 80 tidak tersedia" in page


def test_the_list_and_the_api_say_it_too(client: FlaskClient, tree: list[dict[str, object]]) -> None:
    assert [(node["target"], node["rencana"], node["mitra"]) for node in tree] == [
        (
            ["85 indeks"],
            [{"kode": "7.01.02", "nama": "Program Pelayanan", "jenis": "program", "asal": "tersurat"}],
            [
                {"kode": "dinas-angan", "nama": "Dinas Angan", "unit": True},
                {"kode": "polsek-angan", "nama": "Polsek Angan", "unit": False},
            ],
        ),
        (["80 indeks", ""], [], []),
    ]
    listed = text_of(main_of(client, f"{PAGE}/daftar"))
    assert "Indeks kepuasan masyarakat target 85 indeks" in listed
    assert "bersama Dinas Angan , Polsek Angan" in listed


def test_a_kinerja_is_found_by_the_code_of_its_component(client: FlaskClient, tree: list[dict[str, object]]) -> None:
    for spelling in ("7.01.02", "7.1.2", " 7.01.02. "):
        (group,) = client.get("/api/cari", query_string={"q": spelling}).get_json()["kelompok"]
        assert [hit["id"] for hit in group["hasil"]] == [tree[0]["id"]]


def test_the_register_counts_what_documents_name(client: FlaskClient) -> None:
    assert "1 kinerja" in text_of(main_of(client, "/register/komponen"))
    assert "Polsek Angan" in text_of(main_of(client, "/register/mitra"))


def test_a_wrong_template_shows_each_fault_beside_its_row_and_gives_what_it_read_back(
    client: FlaskClient, own: Settings
) -> None:
    wrong = write(Head("Kecamatan Angan", None, "kecamatan"), (*ENTRIES, Entry("Tertatanya arsip", kode="1")))
    draft = drafts.keep(wrong, "keliru.xlsx", own)
    page = text_of(main_of(client, f"/impor/{draft.sha256}"))
    assert "Unit!B5: Tahun kosong." in page
    assert 'Kinerja!B5: Kode "1" sudah dipakai di Kinerja!B2' in page
    assert "unduh templat berisi bacaan ini" in page
    marked = main_of(client, f"/impor/{draft.sha256}")
    assert '<td class="told"><span class="unseen">Sel yang dimaksud: </span>1</td>' in marked
    back = client.get(f"/impor/{draft.sha256}/templat.xlsx")
    assert back.headers["Content-Disposition"] == "attachment; filename=templat-keliru.xlsx"
    assert [row[4] for row in sheet(back.data)[1:]][:2] == ["Meningkatnya kepuasan warga", "Terlatihnya petugas loket"]


def test_the_command_writes_one(
    client: FlaskClient, neo4j_server: Connection, own: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at, target = neo4j_server, tmp_path / "isi.xlsx"
    for name, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("KINERJA_DATA", str(own.data))
    told = CliRunner().invoke(main, ["template", "kecamatan-angan", "--year", "2024", "-o", str(target), "--json"])
    assert json.loads(told.stdout) == {"berkas": str(target), "dokumen": "kecamatan-angan-2024", "kinerja": 2}
    assert target.read_bytes() == client.get(f"{PAGE}/templat.xlsx?tahun=2024").data
