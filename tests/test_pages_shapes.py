"""The pages on trees that no tidy document makes: several parents, breaks, loops, many causes, old addresses."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import Settings
from service.graph import Graph
from tests.planted import plant

UNIT = "/skpd/kecamatan-uji"


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    return create_app(graph, settings).test_client()


def read(client: FlaskClient, path: str) -> str:
    """What a person reads in the main part."""
    answer = client.get(path)
    assert (answer.status_code, path) == (200, path)
    html = answer.text.split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_a_second_way_up_is_told_beside_the_main_one(client: FlaskClient, graph: Graph) -> None:
    plant(graph, "o>a>Z", "o~b>Z")
    page = read(client, "/kinerja/o")
    assert "agar Terwujudnya a" in page
    assert "Jalur lain 1 dari 1: lewat Terwujudnya b" in page
    assert "juga menopang induk lain" in read(client, UNIT)


def test_a_chain_that_breaks_says_where(client: FlaskClient, graph: Graph) -> None:
    plant(graph, "o>i>t", levels={"t": 3})
    assert "Rantai ini putus sebelum sampai ke hasil." in read(client, "/kinerja/o")


def test_a_loop_is_shown_once_and_said(client: FlaskClient, graph: Graph) -> None:
    plant(graph, "o>a>b>a")
    for path in ("/kinerja/o", "/kinerja/a", "/kinerja/a/paspor"):
        assert "Rantai ini putus" in read(client, path)
    page = read(client, UNIT)
    assert [page.count(f"Terwujudnya {name}") for name in "oab"] == [1, 1, 1]
    assert "rantai melingkar, dipotong di sini" in page


def test_a_node_with_5000_causes_is_cut_and_says_so(client: FlaskClient, graph: Graph) -> None:
    plant(graph, *(f"k{n}>Z" for n in range(5000)))
    page = read(client, "/kinerja/Z")
    assert "Tidak semua penopang ditampilkan. Seluruhnya 5.000 kinerja" in page
    assert "Dipotong pada 3.000 dari 5.001 kinerja." in read(client, UNIT)
    assert "Halaman 1 dari 60 (3.000 seluruhnya)" in read(client, f"{UNIT}/daftar")


def test_an_old_address_answers_with_where_it_went(client: FlaskClient, graph: Graph) -> None:
    plant(graph, "o>Z")
    graph.command(
        "MATCH (u:SKPD {kode: 'kecamatan-uji'}), (k:Kinerja {id: 'o'}) "
        "CREATE (l:KinerjaLama {id: 'lama', uraian: 'Terwujudnya yang dulu', tahun: 2022, tingkat: 'operasional', "
        "sidik: ''})-[:BECAME]->(k), (l)-[:OWNED_BY]->(u)"
    )
    page = read(client, "/kinerja/lama")
    assert "Kinerja ini tidak lagi disebut dokumen yang berlaku. Sekarang menjadi: Terwujudnya o" in page
    assert "lama adalah kinerja lama" in read(client, "/cari?q=lama")


def test_text_of_a_document_never_becomes_html(client: FlaskClient, graph: Graph) -> None:
    plant(graph, "o>Z")
    graph.command("MATCH (k:Kinerja {id: 'o'}) SET k.uraian = '<script>alert(1)</script> & <b>tebal</b>'")
    for path in (UNIT, f"{UNIT}/daftar", "/kinerja/o", "/kinerja/Z", "/kinerja/o/paspor"):
        html = client.get(path).text
        assert "<script>alert" not in html
        assert "<b>tebal" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in html
