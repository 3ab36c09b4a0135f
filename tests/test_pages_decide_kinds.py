"""The forms about one kinerja and the page of what waits, as a browser sends them: each done, told, and taken back."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.app import create_app
from service.config import Settings
from service.graph import Graph
from tests.histories import UNIT
from tests.test_pages_decide import TOKEN
from tests.worksheet import WATER, bring, ids, links, worksheet

OUTCOME, FACTOR, PIPES, LEAKS, CHECKS, OLD_PIPES, SOURCES, SPRINGS, TREES = (box.uraian for box in WATER)
WAITING = f"/skpd/{UNIT}/keputusan?tahun=2024"
HIDDEN = re.compile(r'name="(\w+)" value="([^"]*)"')


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    bring(worksheet(), graph, settings)
    return create_app(graph, settings).test_client()


def send(client: FlaskClient, path: str, seen: int, **fields: str) -> TestResponse:
    found = TOKEN.search(client.get("/impor").text)
    assert found
    return client.post(path, data={"csrf": found[1], "berdasar": str(seen), "alasan": "Sesuai rapat", **fields})


def told(client: FlaskClient, answer: TestResponse) -> str:
    """The page that a form leads to."""
    assert answer.status_code == 303, answer.text[:2000]
    return client.get(answer.location).text


def take_back(client: FlaskClient, page: str) -> str:
    """Press the first "Urungkan" of a page."""
    form = re.search(r'action="(/keputusan/[^"]*urungkan)">(.*?)</form>', page, re.DOTALL)
    assert form
    return told(client, client.post(form[1], data=dict(HIDDEN.findall(form[2]))))


def test_each_form_about_a_kinerja_is_recorded_told_and_taken_back_with_one_click(
    client: FlaskClient, graph: Graph
) -> None:
    key, before = ids(graph), links(graph)
    here = f"/kinerja/{key[TREES]}"
    forms: tuple[tuple[str, dict[str, str], str], ...] = (
        (f"{here}/induk-lain", {"induk": key[LEAKS]}, "Induk lain ditambahkan"),
        (f"{here}/pengampu", {"aksi": "tugaskan", "nama": "Juru Tanam"}, "Pengampu ditugaskan."),
        (f"{here}/pengampu", {"aksi": "tarik", "jabatan": f"{UNIT}-staf-umum"}, "Pengampu ditarik."),
        (f"{here}/padanan", {"baru": "ya"}, "Dicatat sebagai kinerja baru."),
        (f"{here}/induk", {"puncak": "ya"}, "Dicatat sebagai hasil di puncak."),
    )
    seen = 1
    for path, fields, words in forms:
        page = told(client, send(client, path, seen, **fields))
        assert words in page
        assert "Keputusan diurungkan." in take_back(client, page)
        seen = graph.command("MATCH (:Kinerja {id: $id})<-[:ABOUT]-(k) RETURN max(k.urut) AS n", id=key[TREES])[0]["n"]
    assert (ids(graph), links(graph)) == (key, before)


def test_a_form_with_an_old_state_is_told_in_words(client: FlaskClient, graph: Graph) -> None:
    path = f"/kinerja/{ids(graph)[TREES]}/pengampu"
    told(client, send(client, path, 1, aksi="tugaskan", nama="Juru Tanam"))
    answer = send(client, path, 1, aksi="tugaskan", nama="Mandor")
    assert answer.status_code == 409
    assert "Juru Tanam ditugaskan" in answer.text
    assert "Mandor ditugaskan" in answer.text


def test_a_position_is_chosen_or_written_but_not_both(client: FlaskClient, graph: Graph) -> None:
    path = f"/kinerja/{ids(graph)[TREES]}/pengampu"
    answer = send(client, path, 1, aksi="tugaskan", jabatan=f"{UNIT}-camat", nama="Mandor")
    assert (answer.status_code, "Isi salah satu saja." in answer.text) == (422, True)


def test_a_branch_is_confirmed_on_the_page_of_its_top_and_taken_back_in_one_click(
    client: FlaskClient, graph: Graph
) -> None:
    before, here = links(graph), f"/kinerja/{ids(graph)[PIPES]}"
    assert "Benarkan seluruh cabang (4 hubungan)" in client.get(here).text
    page = told(client, send(client, f"{here}/benarkan-cabang", 1))
    assert "4 induk dibenarkan." in page
    assert "4 keputusan diurungkan." in take_back(client, page)
    assert links(graph) == before


def test_the_page_of_what_waits_ends_with_everything_decided(client: FlaskClient, graph: Graph) -> None:
    page = client.get(WAITING).text
    assert "10 hal menunggu keputusan." in page
    assert 'Keputusan <span class="count">10</span>' in client.get(f"/skpd/{UNIT}?tahun=2024").text
    dokumen = f"/dokumen/{UNIT}-2024"
    told(client, send(client, f"{dokumen}/rekonsiliasi/terima", 1, kembali=WAITING))
    seen = graph.command("MATCH (k:Keputusan) RETURN max(k.urut) AS n")[0]["n"]
    told(client, send(client, f"/kinerja/{ids(graph)[OUTCOME]}/benarkan-cabang", seen))
    assert "Semua sudah diputuskan: 8 induk kinerja, 2 tingkat kinerja." in client.get(WAITING).text
    twin = client.get(f"/api/skpd/{UNIT}/keputusan").get_json()
    assert (twin["jumlah"], twin["diputuskan"]) == (0, [["induk kinerja", 8], ["tingkat kinerja", 2]])


def test_a_unit_without_a_document_says_so(client: FlaskClient, graph: Graph) -> None:
    graph.command("CREATE (:SKPD {kode: 'dinas-kosong', nama: 'Dinas Kosong', jenis: 'dinas', alias: [], diatur: []})")
    assert "belum punya dokumen" in client.get("/skpd/dinas-kosong/keputusan").text
    assert client.get("/skpd/tidak-ada/keputusan").status_code == 404
